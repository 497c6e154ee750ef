//! The story file's shape, format 1: records without logic. What they mean and
//! whether they hold is decided in [`crate::check`].

use crate::decimal::decimal;
use crate::finding::{Finding, Problem};
use crate::json::{Path, Reader, Writer};
use crate::record::{Field, Wire, choice_of_names, fields, record};

mod question;

pub use question::*;

/// The version of the format that this code reads and writes.
pub const FORMAT: u32 = 1;

record! {
    /// A story: sources with short passages, the facts they support, and quizzes drawn from the facts.
    pub struct Story {
        /// The address of the schema, for editors.
        schema: Option<String>,
        /// The version of the format: 1.
        format: u32,
        /// The story's name in addresses and saved progress: small letters, digits and hyphens.
        id: String,
        /// The language of the story's words, as a BCP 47 tag.
        language: String,
        /// What the story is called on the screen.
        title: String,
        /// One or two sentences on what the story is about.
        summary: Option<String>,
        /// The articles that the story rests on, with the passages taken from them.
        sources: Vec<Source>,
        /// Everybody who speaks or is spoken of.
        people: Vec<Person>,
        /// Who said what, in which words.
        statements: Vec<Statement>,
        /// What happened.
        events: Vec<Event>,
        /// Which event came before which, as far as the sources say so; dates need no entry here.
        order: Vec<Order>,
        /// Questions written by hand.
        questions: Vec<Question>,
        /// What can be played: the questions that each quiz asks or draws.
        quizzes: Vec<Quiz>,
    }
}

record! {
    /// An article, a broadcast or a book, with the passages taken from it.
    pub struct Source {
        /// The source's name within the story.
        id: String,
        /// Who published it, as readers know them.
        publisher: String,
        /// Its headline or title.
        title: String,
        /// When it was published: a year, a month or a day, as in 2021, 2021-02 or 2021-02-24.
        published: Option<String>,
        /// Where it can be read: an http or https address.
        url: Option<String>,
        /// The short excerpts that the facts rest on.
        passages: Vec<Passage>,
    }
}

record! {
    /// A short excerpt of a source, word for word, 80 words at the most.
    pub struct Passage {
        /// The passage's name within the story.
        id: String,
        /// The words, exactly as they were published.
        text: String,
    }
}

record! {
    /// Words within a passage: a text quote selector of the W3C Web Annotation Data Model.
    pub struct Selector {
        /// The passage in which the words stand.
        passage: String,
        /// The words, exactly as they stand there.
        exact: String,
        /// What stands directly before them; needed where the words occur more than once.
        prefix: Option<String>,
        /// What stands directly after them; needed where the words occur more than once.
        suffix: Option<String>,
    }
}

record! {
    /// Somebody who speaks or is spoken of.
    pub struct Person {
        /// The person's name within the story.
        id: String,
        /// The name as shown; for a source that is not named, the phrase the article uses.
        name: String,
        /// Who that is, at the time of the story.
        role: Option<String>,
        /// Other ways in which the sources call the person; a prompt that shows one gives the answer away.
        aliases: Vec<String>,
        /// Whether the source leaves the person's name open.
        unnamed: bool,
    }
}

record! {
    /// Words that somebody said, and who passed them on.
    pub struct Statement {
        /// The statement's name within the story.
        id: String,
        /// Who uttered the words.
        speaker: String,
        /// To whom, where the source says so.
        to: Option<String>,
        /// Who told the source that the speaker said so, the nearest to the reader first.
        reported_by: Vec<String>,
        /// Whether these are the speaker's own words.
        form: Form,
        /// The words themselves.
        quote: Selector,
        /// The words that say who said it.
        attribution: Selector,
        /// When or where it was said, in a few words that do not name the speaker.
        context: Option<String>,
        /// A hint that does not name the speaker.
        hint: Option<String>,
        /// Words of the quotation worth asking for as a gap, each standing in it once.
        gaps: Vec<String>,
    }
}

choice_of_names! {
    /// Whether a statement's words are the speaker's own.
    pub enum Form {
        /// The speaker's own words, in quotation marks.
        Direct = "direct",
        /// What the speaker said, in the words of whoever reports it.
        Reported = "reported",
    }
}

record! {
    /// Something that happened.
    pub struct Event {
        /// The event's name within the story.
        id: String,
        /// What happened, in one short clause that gives no date away.
        summary: String,
        /// When: a year, a month, a day, or two of them with a slash between, first and last.
        when: Option<String>,
        /// The words that say that it happened.
        evidence: Vec<Selector>,
    }
}

record! {
    /// That one event came before another, on evidence.
    pub struct Order {
        /// The earlier event.
        before: String,
        /// The later event.
        after: String,
        /// The words that say so.
        evidence: Vec<Selector>,
    }
}

record! {
    /// A quiz: what it asks, and what it draws from the facts.
    pub struct Quiz {
        /// The quiz's name within the story.
        id: String,
        /// What the quiz is called on the screen.
        title: String,
        /// What it is about, in a sentence.
        summary: Option<String>,
        /// Questions written by hand that are always asked.
        ask: Vec<String>,
        /// How many questions of each kind are drawn: from the facts, and from those written by hand.
        draw: Draw,
    }
}

choice_of_names! {
    /// The kinds of question.
    pub enum Kind {
        /// A quotation: who uttered it?
        WhoSaid = "who-said",
        /// A person: which of these words are theirs?
        SaidWhat = "said-what",
        /// Quotations to their speakers.
        Match = "match",
        /// Events into their order.
        Sequence = "sequence",
        /// Two events: which came first?
        BeforeAfter = "before-after",
        /// One answer of several, or several.
        Choice = "choice",
        /// True, false, or not stated, asked of a named source.
        Verdict = "verdict",
        /// A word missing from a quotation.
        Cloze = "cloze",
        /// The sentence of a passage that shows it.
        Proof = "proof",
    }
}

/// How many questions of each kind a quiz draws.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draw(pub Vec<(Kind, u32)>);

impl Wire for Draw {
    const REQUIRED: bool = false;

    fn read(&mut self, reader: &mut Reader<'_>, at: &Path<'_>) {
        const KNOWN: &[Field] = &{
            let mut known = [("", false); Kind::NAMES.len()];
            let mut at = 0;
            while at < known.len() {
                known[at].0 = Kind::NAMES[at];
                at += 1;
            }
            known
        };
        fields(reader, at, "", KNOWN, &mut |position, reader, at| {
            let count = reader.count(at).unwrap_or_default();
            self.0.extend(Kind::ALL.get(position).map(|kind| (*kind, count)));
        });
    }

    fn is_absent(&self) -> bool {
        self.0.is_empty()
    }

    fn write(&self, out: &mut Writer) {
        out.open('{');
        for (kind, count) in &self.0 {
            out.field(kind.name());
            count.write(out);
        }
        out.close('}');
    }

    #[cfg(feature = "author")]
    fn schema(_: &mut crate::schema::Definitions) -> crate::schema::Schema {
        crate::schema::Schema::counts_by(Kind::NAMES)
    }
}

impl Story {
    /// Reads a story from the root of a document.
    ///
    /// A file of another format is told as that and read no further: its other
    /// differences are no mistakes of the author's.
    pub fn read_root(reader: &mut Reader<'_>) -> Self {
        let mut story = Self::default();
        story.read(reader, &Path::Root);
        let is_format = |finding: &Finding| finding.place.pointer == "/format";
        if story.format != FORMAT && !reader.findings.iter().any(is_format) && story.format != 0 {
            let found = decimal(story.format as usize);
            reader.findings.clear();
            reader.report(&Path::Root.field("format"), Problem::UnsupportedFormat { found });
        }
        story
    }

    /// The story as the text of a file.
    pub fn to_json(&self) -> String {
        let mut out = Writer::new();
        self.write(&mut out);
        out.finish()
    }
}
