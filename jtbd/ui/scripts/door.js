// Leaves word of where this browser has been let in, for a tab that comes by another address or stayed from an earlier
// start of the program.

try {
  localStorage.setItem("jtbd-path", new URL(".", location.href).pathname);
} catch {
  // this browser keeps nothing for us
}
