// A browser that has been let in and comes by another address, or from another site, goes on to where it is let in.
(() => {
  const OWN = /^\/[\w-]{22}\//;
  const ONCE_IN = 5000;
  const query = new URLSearchParams(location.search);
  const token = query.get("token");
  query.delete("token");
  const [here] = OWN.exec(`${location.pathname}/`) ?? [""];
  const rest = `${location.pathname}/`.slice(here.length).replace(/^\/+|\/+$/g, "");

  const kept = (storage, name) => {
    try {
      return window[storage].getItem(name);
    } catch {
      return null;
    }
  };

  const isOpen = async (path) => {
    const asked = token === null ? "" : `?token=${encodeURIComponent(token)}`;
    const answer = await fetch(`${path}_stcore/health${asked}`, { cache: "no-store" }).catch(() => null);
    await answer?.text();
    return answer?.ok;
  };

  const goOn = async () => {
    const [told] = OWN.exec(kept("localStorage", "jtbd-path") ?? "") ?? [""];
    let path;
    for (const one of new Set([told, here])) if (one && !path && (await isOpen(one))) path = one;
    if (!path) return;
    const search = query.toString();
    const place = path + rest + (search && `?${search}`) + location.hash;
    const way = document.getElementById("way");
    way.querySelector("a").href = place;
    way.hidden = false;
    const [at, where] = JSON.parse(kept("sessionStorage", "jtbd-went-on") ?? "[0]");
    if (where === place && Date.now() - at < ONCE_IN) return; // it led back here: not again by itself
    try {
      sessionStorage.setItem("jtbd-went-on", JSON.stringify([Date.now(), place]));
    } catch {
      return;
    }
    location.replace(place);
  };

  document.getElementById("no-cookies").hidden = navigator.cookieEnabled;
  goOn();
  window.addEventListener("storage", goOn); // let in meanwhile, in another tab
})();
