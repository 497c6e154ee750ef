//! What was collected as files: tables for a spreadsheet, and all of it to be taken up again.

pub mod json;
pub mod table;
