// Comfort only: a letter is copied, or handed to the reader's own mail programme. Nothing of it is sent to us: the link is made here, of what the page shows.
const longestLink = 2000; // Mail programmes cut longer ones without a word.

document.querySelectorAll("[data-letter]").forEach(letter => {
  const text = letter.querySelector("pre"), said = letter.querySelector("[data-said]");
  const copy = async () => {
    try { await navigator.clipboard.writeText(text.textContent); return true; } catch {
      getSelection().selectAllChildren(text); // Where the clipboard is closed, the text is marked to be copied by hand.
      return false;
    }
  };
  const subject = "mailto:?subject=" + encodeURIComponent(letter.dataset.subject);
  const whole = subject + "&body=" + encodeURIComponent(text.textContent.replaceAll("\n", "\r\n"));
  const mail = letter.querySelector("[data-mail]");
  mail.href = whole.length <= longestLink ? whole : subject;
  if (mail.getAttribute("href") !== whole) {
    mail.addEventListener("click", async () => {
      said.textContent = await copy() ? "The letter is too long for a mail link: it is copied, so paste it into the mail." : "The letter is too long for a mail link: copy the marked text into the mail.";
    });
  }
  letter.querySelector("[data-copy]").addEventListener("click", async () => {
    said.textContent = await copy() ? "Copied." : "The text is marked: copy it with your keyboard or the menu.";
  });
});
