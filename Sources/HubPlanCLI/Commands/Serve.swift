internal import ArgumentParser
internal import HubModel
internal import HubPlan

#if Web
    internal import HubPlanWeb
#endif

/// `hubplan serve RUN`
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows a run folder in the browser, on this machine only.")

    @Argument(help: ArgumentHelp("The run folder.", valueName: "run"), completion: .directory)
    var folder: String
    @Option(help: "Address to listen on; anything but this machine's own wants --token.")
    var host = "127.0.0.1"
    @Option(help: "Port to listen on.")
    var port = 8_080
    @Option(help: "Token that every request must carry, as ?token=... or as a bearer token.")
    var token: String?

    func run() async throws {
        #if Web
            guard RunServer.isLoopback(host) || token != nil else {
                throw HubPlanError("Listening on \(host) lets other machines in: give --token, or leave --host out.")
            }
            guard RunAnswer.isRunFolder(folder) else {
                throw HubPlanError(
                    "\(folder) is no run folder: it holds no result.json. Give the folder that solve wrote.")
            }
            let server = RunServer(folder: folder, host: host, port: port, token: token)
            let (host, token) = (host, token)
            try await server.run { port in
                Terminal.say("Open http://\(host):\(port)/\(token.map { "?token=\($0)" } ?? "") (Ctrl-C ends it)")
            }
        #else
            throw HubPlanError(
                "This hubplan was built without its web server: build it with `swift build -c release --traits Web`, "
                    + "or open \(folder)/report.html from the disk.")
        #endif
    }
}
