import "verbatim-quiz/react";

import { StrictMode, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import type { QuizEventMap, QuizResult, VerbatimQuizElement } from "verbatim-quiz";

type Told = { name: string; detail: QuizEventMap[keyof QuizEventMap]["detail"] };

function App() {
  const quiz = useRef<VerbatimQuizElement>(null);
  const [told, setTold] = useState<Told[]>([]);
  const [result, setResult] = useState<QuizResult | null>(null);
  const [points, setPoints] = useState(0);
  const tell = ({ type: name, detail }: QuizEventMap[keyof QuizEventMap]) =>
    setTold((told) => [...told, { name, detail }]);

  // Rendered anew with each event, which the quiz must not notice.
  return (
    <main>
      <h1>{told.length} events</h1>
      <verbatim-quiz
        id="verbatim"
        ref={quiz}
        src={`${import.meta.env.BASE_URL}story.json`}
        quiz="who-said-what"
        seed={7}
        headingLevel={2}
        loading="eager"
        onquiz-ready={tell}
        onquiz-answer={(event) => {
          setPoints((points) => points + event.detail.points.earned);
          tell(event);
        }}
        onquiz-complete={tell}
        onquiz-error={tell}
      />
      <button id="ask" onClick={() => setResult(quiz.current?.result() ?? null)}>
        {points} points
      </button>
      <pre id="told">{JSON.stringify(told)}</pre>
      <pre id="result">{JSON.stringify(result)}</pre>
    </main>
  );
}

const place = document.getElementById("app");
if (place) createRoot(place).render(<StrictMode><App /></StrictMode>);
