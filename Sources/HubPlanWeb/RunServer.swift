#if Web
    internal import HTTPTypes
    package import Hummingbird

    /// Shows a run folder in the browser. Nothing leaves the machine: it listens on loopback unless told otherwise,
    /// and then every request must carry the token.
    package struct RunServer: Sendable {
        package var folder: String
        package var host: String
        package var port: Int
        /// Wanted in the query (`?token=`) or as `Authorization: Bearer`; nil on loopback.
        package var token: String?

        package init(folder: String, host: String = "127.0.0.1", port: Int = 8_080, token: String? = nil) {
            self.folder = folder
            self.host = host
            self.port = port
            self.token = token
        }

        package static func isLoopback(_ host: String) -> Bool {
            ["127.0.0.1", "::1", "localhost"].contains(host)
        }

        /// Serves until it is interrupted.
        /// - Parameter onStart: called with the port in use once the server listens.
        package func run(onStart: @escaping @Sendable (Int) async -> Void) async throws {
            try await application(onStart: onStart).runService()
        }

        /// - Parameter onStart: called with the port in use once the server listens.
        package func application(
            onStart: @escaping @Sendable (Int) async -> Void = { _ in }
        ) -> some ApplicationProtocol {
            let router = Router()
            if let token { router.add(middleware: TokenCheck(token: token)) }
            router.add(middleware: FileMiddleware(folder, searchForIndexHtml: false))
            router.get("/") { request, _ in
                Response.redirect(to: "/report.html" + (request.uri.query.map { "?\($0)" } ?? ""), type: .normal)
            }
            return Application(
                router: router,
                configuration: .init(address: .hostname(host, port: port), serverName: "hubplan"),
                onServerRunning: { channel in await onStart(channel.localAddress?.port ?? port) })
        }
    }

    /// Refuses requests without the token.
    struct TokenCheck<Context: RequestContext>: RouterMiddleware {
        let token: String

        func handle(
            _ request: Request, context: Context, next: (Request, Context) async throws -> Response
        ) async throws -> Response {
            let bearer = request.headers[.authorization] == "Bearer \(token)"
            guard bearer || request.uri.queryParameters["token"].map(String.init) == token else {
                throw HTTPError(.unauthorized, message: "This server wants its token.")
            }
            return try await next(request, context)
        }
    }
#endif
