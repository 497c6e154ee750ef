// Sharing a result: by the system's own dialogue where there is one, else by the clipboard, else
// as a text to copy by hand. Loaded only when somebody shares.

/** Shares a text and a link; gives back "shared", "copied", "dropped" or "shown". */
export async function share({ text, url }, place) {
  const both = `${text}\n${url}`;
  // On a desktop the dialogue is a detour.
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ text, url });
      return "shared";
    } catch (error) {
      if (error.name === "AbortError") return "dropped";
    }
  }
  try {
    await navigator.clipboard.writeText(both);
    return "copied";
  } catch {
    const field = Object.assign(document.createElement("textarea"), { className: "shared", value: both, readOnly: true, rows: 5 });
    field.setAttribute("part", "shared");
    place.after(field);
    field.select();
    return "shown";
  }
}
