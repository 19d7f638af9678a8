/// The command that repeats a run which the clock or a person stopped.
enum RepeatCommand {
    /// Options that it has in place of a time limit, each with a value.
    private static let replaced = ["--seconds", "--stop-at"]

    /// - Parameters:
    ///   - arguments: of the run, the program first.
    ///   - stops: numbers of the checkpoints at which it was stopped, ascending.
    /// - Returns: one line for a shell.
    static func line(_ arguments: [String], stops: [Int]) -> String {
        var kept: [String] = []
        var isValue = false
        for argument in arguments {
            if isValue {
                isValue = false
            } else if replaced.contains(argument) {
                isValue = true
            } else if !replaced.contains(where: { argument.hasPrefix($0 + "=") }) {
                kept.append(argument)
            }
        }
        kept += ["--stop-at", stops.map(String.init).joined(separator: ",")]
        return kept.map(quoted).joined(separator: " ")
    }

    /// Between single quotes where a shell would read more into it than its letters.
    private static func quoted(_ argument: String) -> String {
        let isPlain = argument.allSatisfy { ($0.isASCII && ($0.isLetter || $0.isNumber)) || "-_./,:=+%@".contains($0) }
        if isPlain, !argument.isEmpty { return argument }
        return "'" + argument.replacing("'", with: "'\\''") + "'"
    }
}
