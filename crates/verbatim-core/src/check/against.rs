//! x
/// x
pub struct Article;
/// x
pub fn against() {}
