internal import ArgumentParser
internal import Foundation
internal import HubModel
internal import HubPlan

/// `hubplan`: sites hubs so that families can reach them and get home, with proof.
@main
struct HubPlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hubplan",
        abstract: "Sites hubs where families can reach them, keeps the share rule, and proves how good the plan is.",
        discussion: """
            Ends with 0: a plan with the gap asked for; 1: an unexpected failure; 2: something in the input to mend;
            3: the rules cannot all be kept; 4: stopped at a limit with a plan short of the gap asked for; 5: part of a
            batch failed.

            The documentation's pages (Markdown) are installed in ../share/hubplan/documentation, seen from the program's
            folder; StudyFile.md tells every field of a study.
            """,
        version: Version.current,
        subcommands: [
            Demo.self, DataCommand.self, Init.self, Check.self, Rules.self, Travel.self, Journey.self, Solve.self,
            Evaluate.self, Report.self, Compare.self, FrontierCommand.self, OptionsCommand.self, Why.self, Levers.self,
            Verify.self, DossierCommand.self, Tables.self, Serve.self,
            BatchCommand.self, History.self, Show.self, Publish.self,
        ]
    )

    /// Runs the command and turns every way of failing into a sentence and a status.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let error as any MendableError {
            Terminal.complain(error.description)
            Foundation.exit(ExitStatus.badInput.rawValue)
        } catch let status as ExitStatus {
            Foundation.exit(status.rawValue)
        } catch {
            finish(error)
        }
    }

    /// Help and version are no failures; a mistyped option is bad input; the rest is unexpected.
    private static func finish(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        if code == .success { exit(withError: error) }
        if code == .validationFailure {
            Terminal.complain(message(for: error))
            Foundation.exit(ExitStatus.badInput.rawValue)
        }
        Terminal.complain("Unexpected failure: \(error)")
        Foundation.exit(ExitStatus.unexpected.rawValue)
    }
}

/// What the process ends with; documented in the README and held stable for nightly jobs.
enum ExitStatus: Int32, Error {
    case unexpected = 1
    case badInput = 2
    case infeasible = 3
    case stoppedShort = 4
    case partFailed = 5
    /// Of a batch: as shells tell of Ctrl-C.
    case stopped = 130
}
