internal import ArgumentParser
internal import HubModel
internal import HubPlan

/// `hubplan verify RUN`
struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks a run's certificate: works every cost and bound out again, in whole numbers.",
        discussion: """
            Ends with 0 when every claim holds and with 2 when one does not. Scripts/verify-certificate.py does the same \
            without hubplan.
            """)

    @Argument(help: ArgumentHelp("The run folder.", valueName: "run"), completion: .directory)
    var folder: String

    func run() throws {
        let verifier = try RunVerifier(folder: folder)
        Terminal.say(verifier.text)
        if !verifier.holds { throw ExitStatus.badInput }
    }
}
