internal import Foundation
internal import HubModel
internal import HubPlan

/// Standard output for answers, standard error for everything else.
enum Terminal {
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data(("hubplan: " + text + "\n").utf8))
    }

    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static func say(_ text: String) {
        print(text)
    }
}

/// Writes solver events to standard error, at most one a second for each service and stage.
final class ProgressPrinter {
    private let quiet: Bool
    private var last: (key: String, seconds: Double)?
    /// The newest line that was not shown since one was shown shortly before.
    private var held: (key: String, line: String)?

    init(quiet: Bool) {
        self.quiet = quiet
    }

    func show(_ event: SolveEvent, _ words: ProgressWords) {
        guard !quiet else { return }
        let key = event.service + event.stage
        let line = "  \(seconds(event.seconds)) s  \(words.line(event))"
        if let last, last.key == key, event.seconds - last.seconds < 1 {
            held = (key, line)
            return
        }
        if held?.key != key { finish() }
        held = nil
        last = (key, event.seconds)
        Terminal.note(line)
    }

    /// Shows how a stage ended where its last line was held back; to be called once more after the search.
    func finish() {
        if let held { Terminal.note(held.line) }
        held = nil
    }

    private func seconds(_ value: Double) -> String {
        String(format: "%6.1f", value)
    }
}
