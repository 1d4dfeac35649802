//! The command `offprint`. All of it is in [`offprint::cli`].

fn main() -> std::process::ExitCode {
    offprint::cli::main()
}
