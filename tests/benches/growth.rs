//! How time and memory grow with a guide: every shape of `support::shapes`, once, twice and
//! four times as large, made into every product.
//!
//! `cargo bench --bench growth` prints the table; names behind `--` pick shapes and ways, as
//! in `cargo bench --bench growth -- headings sheet`. The last column has to be 5 at most: 4
//! is linear, 16 is quadratic. It is told in parentheses where the whole takes less than a
//! fifth of a second, since starting says more than growing there.

#[path = "../support/mod.rs"]
mod support;

use std::process::{Child, Stdio};
use std::time::Duration;

use support::command::Sandbox;
use support::measured::{Meter, Taken};
use support::shapes::{self, Shape, WAYS, Way};

/// More than this is not linear.
const MOST: f64 = 5.0;

/// Below this, the start of the program says more than the work.
const UNSEEN: Duration = Duration::from_millis(200);

/// So much more than the tests take.
const TIMES: usize = 4;

/// How often each is run; the least time is taken.
const RUNS: usize = 3;

fn main() {
    let picked: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let is_picked = |name: &str, names: &[&str]| {
        let ours: Vec<_> =
            picked.iter().filter(|word| names.contains(&&***word)).collect();
        ours.is_empty() || ours.iter().any(|word| *word == name)
    };
    let names: Vec<_> = shapes::all().map(|shape| shape.name).collect();
    let ways = WAYS.map(|way| way.name);
    println!(
        "{:<28} {:<9} {:>8} {:>9} {:>9} {:>9} {:>7} {:>7}",
        "shape", "product", "bytes", "1×", "2×", "4×", "memory", "4×/1×"
    );
    let mut steep = Vec::new();
    for shape in shapes::all().filter(|shape| is_picked(shape.name, &names)) {
        for way in WAYS.iter().filter(|way| is_picked(way.name, &ways)) {
            if let Some(ratio) = row(shape, way).filter(|ratio| *ratio > MOST) {
                steep.push(format!("{} {}: {ratio:.1}", shape.name, way.name));
            }
        }
    }
    println!("{} grow faster than {MOST} for 4: {}", steep.len(), steep.join(", "));
}

/// Prints a line; gives the ratio where it says something.
fn row(shape: &Shape, way: &Way) -> Option<f64> {
    let most = shape.many / way.part.div_ceil(TIMES);
    let sandbox = Sandbox::empty();
    let taken = [4, 2, 1].map(|part| taken(&sandbox, &shape.guide(most / part), way));
    let [once, twice, all] = taken.map(|taken| taken.map(|taken| taken.time));
    let shown = |time: Option<Duration>| {
        time.map_or("fails".to_owned(), |time| format!("{} ms", time.as_millis()))
    };
    let ratio = once
        .zip(all)
        .map(|(once, all)| all.as_secs_f64() / once.as_secs_f64().max(0.005));
    let counts = all.is_some_and(|all| all >= UNSEEN);
    let told = match ratio {
        Some(ratio) if counts => format!("{ratio:.1}"),
        Some(ratio) => format!("({ratio:.1})"),
        None => String::new(),
    };
    println!(
        "{:<28} {:<9} {:>8} {:>9} {:>9} {:>9} {:>4} MB {told:>7}",
        shape.name,
        way.name,
        shape.guide(most).len(),
        shown(once),
        shown(twice),
        shown(all),
        taken[2].map_or(0, |taken| taken.memory / 1000),
    );
    ratio.filter(|_| counts)
}

/// What the program takes for a guide; none where it fails.
fn taken(sandbox: &Sandbox, guide: &str, way: &Way) -> Option<Taken> {
    sandbox.put("guide.md", guide);
    let once = || {
        let mut command = sandbox.command();
        command.args(way.line.split_whitespace()).arg("-q");
        command.stdout(Stdio::null()).stderr(Stdio::null());
        ended(command.spawn().expect("the program runs"))
    };
    let all: Option<Vec<_>> = (0..RUNS).map(|_| once()).collect();
    let all = all?;
    let time = all.iter().map(|taken| taken.time).min()?;
    let memory = all.iter().map(|taken| taken.memory).max()?;
    Some(Taken { memory, time })
}

/// What a process has taken when it ends well.
fn ended(mut child: Child) -> Option<Taken> {
    let mut watched = Meter::default();
    loop {
        watched.look(child.id());
        match child.try_wait().expect("a child") {
            Some(status) => return status.success().then(|| watched.taken()),
            None => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}
