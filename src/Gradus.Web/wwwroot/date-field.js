// Comfort only: beside a date that takes any way of writing a day, a button opens the browser's calendar and writes the day chosen as words.
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

document.querySelectorAll(".date > button[type=button]").forEach(button => {
  const written = button.parentElement.querySelector("input");
  const picker = document.createElement("input");
  picker.type = "date";
  picker.tabIndex = -1;
  picker.setAttribute("aria-hidden", "true");
  button.before(picker);

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
