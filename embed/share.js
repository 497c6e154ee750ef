// Sharing a result: by the system's own dialogue where fingers are, else by the clipboard, else
// as a text to copy by hand. Loaded only when somebody shares.

/** Shares a text and a link; gives back whether they are on the clipboard now. */
export async function share({ text, url }, place) {
  // On a desktop the dialogue is a detour.
  if (navigator.share && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ text, url });
      return false;
    } catch (error) {
      if (error.name === "AbortError") return false;
    }
  }
  const both = `${text}\n${url}`;
  try {
    await navigator.clipboard.writeText(both);
    return true;
  } catch {
    const field = document.createElement("textarea");
    Object.assign(field, { className: "shared", value: both, readOnly: true, rows: 5, ariaLabel: url });
    field.setAttribute("part", "shared");
    field.onblur = () => field.remove();
    place.append(field);
    field.select();
    return false;
  }
}
