// Streamlit's calendars, days and numbers are written as the browser's language has them. On a page that is in another one
// they are written as that one has them; of one language the browser knows better which country's. It runs before Streamlit
// does, as scripts do that are no module.

(() => {
  const { lang } = document.documentElement;
  const base = (tag) => tag.toLowerCase().split("-")[0];
  if (base(navigator.language) === base(lang)) return;
  Object.defineProperty(navigator, "language", { configurable: true, get: () => lang });
  Object.defineProperty(navigator, "languages", { configurable: true, get: () => [lang] });
})();
