//! The way back from a checked story to the records of its file.

use crate::kind::{
    self,
    deal::{selector, selectors},
};
use crate::model::{Event, Person, Question, Quiz, Source, SourceIx, Statement, Story};
use crate::wire;

impl Question {
    /// The question as a file holds it, also one that was drawn.
    pub fn to_wire(&self, story: &Story) -> wire::Question {
        kind::to_wire(self, story)
    }
}

impl Story {
    /// The story as a file holds it. Evidence gets as much context as it needs,
    /// so a file that had more comes back with less; from then on it stays the same.
    pub fn to_wire(&self) -> wire::Story {
        wire::Story {
            schema: self.schema.clone(),
            format: wire::FORMAT,
            id: self.id.clone(),
            language: self.language.clone(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            sources: self
                .sources
                .iter()
                .enumerate()
                .map(|(index, source)| self.source(index, source))
                .collect(),
            people: self.people.iter().map(person).collect(),
            statements: self.statements.iter().map(|statement| self.statement(statement)).collect(),
            events: self.events.iter().map(|event| self.event(event)).collect(),
            order: self.orders(),
            questions: self.questions.iter().map(|question| kind::to_wire(question, self)).collect(),
            quizzes: self.quizzes.iter().map(|quiz| self.one_quiz(quiz)).collect(),
        }
    }

    fn source(&self, index: usize, source: &Source) -> wire::Source {
        let own = self.passages.iter().filter(|passage| passage.source == SourceIx::new(index));
        wire::Source {
            id: source.id.clone(),
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            published: source.published.as_ref().map(|date| date.as_str().to_owned()),
            url: source.url.clone(),
            passages: own.map(|it| wire::Passage { id: it.id.clone(), text: it.text.clone() }).collect(),
        }
    }

    fn statement(&self, statement: &Statement) -> wire::Statement {
        wire::Statement {
            id: statement.id.clone(),
            speaker: self[statement.speaker].id.clone(),
            to: statement.to.map(|person| self[person].id.clone()),
            reported_by: statement.reported_by.iter().map(|person| self[*person].id.clone()).collect(),
            form: statement.form,
            quote: selector(statement.quote, self),
            attribution: selector(statement.attribution, self),
            context: statement.context.clone(),
            hint: statement.hint.clone(),
            gaps: statement.gaps.iter().map(|gap| self.words(*gap).to_owned()).collect(),
        }
    }

    fn event(&self, event: &Event) -> wire::Event {
        wire::Event {
            id: event.id.clone(),
            summary: event.summary.clone(),
            when: event.when.as_ref().map(|date| date.as_str().to_owned()),
            evidence: selectors(&event.evidence, self),
        }
    }

    fn orders(&self) -> Vec<wire::Order> {
        let stated = self.order.stated().iter().map(|stated| wire::Order {
            before: self[stated.before].id.clone(),
            after: self[stated.after].id.clone(),
            evidence: selectors(&stated.evidence, self),
        });
        stated.collect()
    }

    fn one_quiz(&self, quiz: &Quiz) -> wire::Quiz {
        wire::Quiz {
            id: quiz.id.clone(),
            title: quiz.title.clone(),
            summary: quiz.summary.clone(),
            ask: quiz.ask.iter().map(|question| self[*question].id.clone()).collect(),
            draw: wire::Draw(quiz.draw.clone()),
        }
    }
}

fn person(person: &Person) -> wire::Person {
    wire::Person {
        id: person.id.clone(),
        name: person.name.clone(),
        role: person.role.clone(),
        aliases: person.aliases.clone(),
        unnamed: person.unnamed,
    }
}
