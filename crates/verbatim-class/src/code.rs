//! A submission as a short text, and back. The text is the prefix `VBQ` and groups of eight
//! symbols with dashes between them; how it is found in other text, and what can be said of a
//! damaged one, is left to `find`.
//!
//! The groups' data is, in bits: the version (5), how many groups there are (7), the head, the
//! answers, zeros, and a CRC-32C (32) over all before it. The first two and the last, and the
//! checks of the groups, are the same in every version. Who has no story reads the head. The
//! answers take what the drawn questions allow: one of four takes two bits, an order the digits
//! of its rank among all orders (Lehmer code).
//!
//! Every change of up to five bits, and every one within 32 bits in a row, is noticed by the
//! CRC alone (Castagnoli 1993; Koopman 2002, up to 5243 bits); what the groups notice, and where,
//! is told in `group`.

use std::rc::Rc;

use crc::{CRC_32_ISCSI, Crc};
use verbatim_core::model::Story;
use verbatim_core::session::Mode;

use crate::bits::{Bits, Reader, Unreadable};
use crate::group::{self, DATA, Group};
use crate::submission::{Begun, Edition, Head, Submission, Who, drawn, drawn_mark, quiz_of};
use crate::symbol::written;

mod answers;

/// What every code begins with.
pub const PREFIX: &str = "VBQ";
/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;
/// The most groups that a code can have.
pub const GROUPS: usize = 127;

const VERSION_BITS: usize = 5;
const COUNT_BITS: usize = 7;
const CRC_BITS: usize = 32;
const GROUP_BITS: usize = DATA * 5;

static CASTAGNOLI: Crc<u32> = Crc::<u32>::new(&CRC_32_ISCSI);

/// A code that was read, of which the answers are not told yet, since that takes the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// What is told without the story.
    pub head: Head,
    /// The answers, and zeros.
    rest: Bits,
    text: String,
}

/// Why groups are no code that can be read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// Something in it is not as it was written.
    Damaged,
    /// A later release wrote it, in this version.
    Newer(u64),
}

/// Why the answers of a code can't be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// They are to another story.
    OtherStory,
    /// They are to another edition of the story.
    OtherEdition,
    /// They are to a quiz that the story does not have.
    NoSuchQuiz,
    /// Another release of Verbatim drew other questions by the same seed.
    OtherQuestions,
}

/// The answers take more room than a code has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// Writes a submission as a code.
///
/// # Errors
/// Where it takes more than [`GROUPS`] groups: far above a hundred questions.
pub fn write(submission: &Submission, story: &Rc<Story>) -> Result<String, TooLong> {
    let head = &submission.head;
    let mut bits = Bits::default();
    write_head(head, &mut bits);
    // What is asked is drawn anew, by the one rule that the reader has as well.
    if let Some(quiz) = quiz_of(story, head.quiz) {
        let session = drawn(story, quiz, head.seed, head.count.into(), head.mode, str::to_owned);
        for (posed, answer) in session.questions().iter().zip(&submission.answers) {
            answers::write(answer, posed, story, head.confidence, &mut bits);
        }
    }
    Ok(text_of(&seal(VERSION, bits)?))
}

/// Groups of a version and what follows it.
fn seal(version: u64, body: Bits) -> Result<Vec<Group>, TooLong> {
    let count = (VERSION_BITS + COUNT_BITS + body.as_slice().len() + CRC_BITS).div_ceil(GROUP_BITS);
    if count > GROUPS {
        return Err(TooLong);
    }
    let mut bits = Bits::default();
    bits.number(version, VERSION_BITS);
    bits.number(count as u64, COUNT_BITS);
    let mut bits: Vec<bool> = bits.as_slice().iter().chain(body.as_slice()).copied().collect();
    bits.resize(count * GROUP_BITS - CRC_BITS, false);
    let mut bits = Bits::from(bits);
    let crc = checksum(bits.as_slice());
    bits.number(crc.into(), CRC_BITS);
    let groups = bits.as_slice().chunks(GROUP_BITS).enumerate();
    Ok(groups
        .map(|(number, bits)| {
            let mut data = [0; DATA];
            for (symbol, bits) in data.iter_mut().zip(bits.chunks(5)) {
                *symbol = bits.iter().fold(0, |value, bit| value << 1 | u8::from(*bit));
            }
            group::close(data, number)
        })
        .collect())
}

/// The text of groups.
pub(crate) fn text_of(groups: &[Group]) -> String {
    let mut text = PREFIX.to_owned();
    for group in groups {
        text.push('-');
        text.extend(group.iter().copied().map(written));
    }
    text
}

/// How many groups there are by what the first one says, where its own check holds.
pub(crate) fn count_of(first: &Group) -> Option<usize> {
    // Of a long text this is asked at each letter, and one group in 32 holds by chance.
    if !group::holds(first, 0) {
        return None;
    }
    let bits = bits_of(std::slice::from_ref(first));
    let mut reader = Reader::new(&bits);
    let version = reader.number(VERSION_BITS).ok()?;
    let count = reader.number(COUNT_BITS).ok()? as usize;
    (version > 0 && count * GROUP_BITS >= VERSION_BITS + COUNT_BITS + CRC_BITS).then_some(count)
}

/// What is left of a code's CRC when what it should be is taken away: 0 in one that is whole. For
/// codes of the same length it is linear but for a constant, as CRCs are: it is the same sum (in
/// GF(2)) of what each group does to it.
pub(crate) fn residue(groups: &[Group]) -> u32 {
    let bits = bits_of(groups);
    let (body, crc) = bits.split_at(bits.len().saturating_sub(CRC_BITS));
    checksum(body) ^ Reader::new(crc).number(CRC_BITS).unwrap_or_default() as u32
}

fn bits_of(groups: &[Group]) -> Vec<bool> {
    let data = groups.iter().flat_map(|group| &group[..DATA]);
    data.flat_map(|symbol| (0..5).rev().map(move |place| symbol >> place & 1 == 1)).collect()
}

fn checksum(bits: &[bool]) -> u32 {
    let byte =
        |bits: &[bool]| bits.iter().enumerate().fold(0, |byte, (at, bit)| byte | u8::from(*bit) << (7 - at));
    let bytes: Vec<u8> = bits.chunks(8).map(byte).collect();
    CASTAGNOLI.checksum(&bytes)
}

impl Code {
    /// Reads groups, whose own checks hold.
    ///
    /// # Errors
    /// Where they are not all of a code, or of one that a later release wrote.
    pub fn of(groups: &[Group]) -> Result<Self, NotRead> {
        let bits = bits_of(groups);
        let end = bits.len().checked_sub(CRC_BITS).ok_or(NotRead::Damaged)?;
        let (body, crc) = bits.split_at(end);
        let read = |bits: &[bool]| Reader::new(bits).number(CRC_BITS).ok();
        if read(crc) != Some(checksum(body).into()) || groups.first().and_then(count_of) != Some(groups.len())
        {
            return Err(NotRead::Damaged);
        }
        let mut reader = Reader::new(body);
        match reader.number(VERSION_BITS) {
            Ok(VERSION) => {}
            Ok(version) => return Err(NotRead::Newer(version)),
            Err(_) => return Err(NotRead::Damaged),
        }
        let head =
            reader.number(COUNT_BITS).and_then(|_| read_head(&mut reader)).map_err(|_| NotRead::Damaged)?;
        Ok(Self { head, rest: reader.rest().to_vec().into(), text: text_of(groups) })
    }

    /// The code as it is written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Tells the answers, by a story of this edition.
    ///
    /// # Errors
    /// Where they are not answers to what this story asks.
    pub fn open(&self, story: &Rc<Story>, edition: Edition) -> Result<Submission, Mismatch> {
        let Head { quiz, seed, count, mode, .. } = self.head;
        self.is_of(edition)?;
        let quiz = quiz_of(story, quiz).ok_or(Mismatch::NoSuchQuiz)?;
        let session = drawn(story, quiz, seed, count.into(), mode, str::to_owned);
        self.open_on(&session, drawn_mark(&session))
    }

    /// Whether it is of this edition of a story.
    ///
    /// # Errors
    /// Where it is not.
    pub fn is_of(&self, edition: Edition) -> Result<(), Mismatch> {
        match self.head.edition {
            own if own == edition => Ok(()),
            own if own.story == edition.story => Err(Mismatch::OtherEdition),
            _ => Err(Mismatch::OtherStory),
        }
    }

    /// The same with the questions that were drawn already, and their mark.
    pub(crate) fn open_on(
        &self,
        session: &verbatim_core::session::Session,
        mark: u16,
    ) -> Result<Submission, Mismatch> {
        if session.questions().len() != usize::from(self.head.count) || mark != self.head.drawn {
            return Err(Mismatch::OtherQuestions);
        }
        let mut reader = Reader::new(self.rest.as_slice());
        let story = session.story();
        let answers = session.questions().iter();
        let answers: Result<Vec<_>, Unreadable> =
            answers.map(|posed| answers::read(posed, story, self.head.confidence, &mut reader)).collect();
        match answers {
            Ok(answers) if !reader.rest().contains(&true) => {
                Ok(Submission { head: self.head.clone(), answers })
            }
            _ => Err(Mismatch::OtherQuestions),
        }
    }
}

fn write_head(head: &Head, bits: &mut Bits) {
    bits.number(head.edition.story.into(), 12);
    bits.number(head.edition.digest.into(), 30);
    bits.number(head.quiz.into(), 16);
    bits.number(head.drawn.into(), 10);
    bits.number(head.seed.into(), 32);
    bits.number(head.count.into(), 8);
    bits.number(u64::from(head.mode == Mode::Test), 1);
    bits.number(head.confidence.into(), 1);
    bits.number(head.begun.0.into(), Begun::BITS);
    match &head.who {
        Who::Nobody => bits.number(0, 2),
        Who::Number(number) => {
            bits.number(1, 2);
            bits.open_number((*number).into());
        }
        Who::Name(name) => {
            bits.number(2, 2);
            bits.text(name);
        }
    }
}

fn read_head(reader: &mut Reader<'_>) -> Result<Head, Unreadable> {
    Ok(Head {
        edition: Edition { story: reader.number(12)? as u16, digest: reader.number(30)? as u32 },
        quiz: reader.number(16)? as u16,
        drawn: reader.number(10)? as u16,
        seed: reader.number(32)? as u32,
        count: reader.number(8)? as u8,
        mode: if reader.bit()? { Mode::Test } else { Mode::Practice },
        confidence: reader.bit()?,
        begun: Begun(reader.number(Begun::BITS)? as u32),
        who: match reader.number(2)? {
            0 => Who::Nobody,
            1 => Who::Number(u32::try_from(reader.open_number()?).map_err(|_| Unreadable)?),
            2 => Who::Name(reader.text()?),
            _ => return Err(Unreadable),
        },
    })
}
