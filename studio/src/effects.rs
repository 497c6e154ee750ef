//! What the studio does in the browser beside showing things.

pub mod files;
pub mod focus;
pub mod frame;
pub mod later;
pub mod selection;
pub mod store;
