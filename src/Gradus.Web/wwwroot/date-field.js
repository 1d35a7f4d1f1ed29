// Comfort only: beside a date that takes any way of writing a day, a button opens the browser's calendar and writes the day chosen in words.
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

document.querySelectorAll(".date").forEach(field => {
  const written = field.querySelector("input");
  const picker = document.createElement("input");
  picker.type = "date";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn--quiet";
  button.innerHTML = '<svg class="i" width="18" height="18" aria-hidden="true"><use href="/icons.svg#calendar"/></svg>Calendar<span class="vh"> for this date</span>';
  field.append(picker, button);

  picker.addEventListener("change", () => {
    const [year, month, day] = picker.value.split("-").map(Number);
    if (year) {
      written.value = `${day} ${months[month - 1]} ${year}`;
      written.dispatchEvent(new Event("change", { bubbles: true }));
      written.focus();
    }
  });
  button.addEventListener("click", () => picker.showPicker());
});
