//! A file for each language.

mod arabic;
mod chinese;
mod chinese_traditional;
mod dutch;
mod english;
mod french;
mod german;
mod hebrew;
mod italian;
mod japanese;
mod korean;
mod persian;
mod polish;
mod portuguese;
mod russian;
mod spanish;
mod turkish;
mod ukrainian;
mod urdu;
mod vietnamese;

use super::kinds::Words;

/// All languages, the one that stands for all others first.
pub(super) static ALL: &[&Words] = &[
    &english::WORDS,
    &arabic::WORDS,
    &german::WORDS,
    &spanish::WORDS,
    &persian::WORDS,
    &french::WORDS,
    &hebrew::WORDS,
    &italian::WORDS,
    &japanese::WORDS,
    &korean::WORDS,
    &dutch::WORDS,
    &polish::WORDS,
    &portuguese::WORDS,
    &russian::WORDS,
    &turkish::WORDS,
    &ukrainian::WORDS,
    &urdu::WORDS,
    &vietnamese::WORDS,
    &chinese::WORDS,
    &chinese_traditional::WORDS,
];
