// The pupil's page: loads its words and its module; and once the quiz can be played, has the
// worker keep the site and the story, so that it goes on without a network.

import { begin } from "./page-of-class.js";

// Another link in the same tab is another assignment.
addEventListener("hashchange", () => location.reload());
addEventListener(
  "quiz-ready",
  async ({ target }) => {
    const { part } = customElements.get("verbatim-quiz").own;
    await (await part("after.js")).prepared;
    (await part("offline.js")).begin(target);
  },
  { once: true },
);
begin("pupil", ["ar", "de", "es", "fr", "ko", "pt", "zh"], ["pupil/"], ({ show }, [own], place) => show(place, own));
