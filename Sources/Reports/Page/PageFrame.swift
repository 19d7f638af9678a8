/// What every page of hubplan has around its contents: one file that works from the disk, without a network.
struct PageFrame: Sendable {
    var title: String
    /// Of the program, told in the page's head.
    var version: String
    /// The link that leads past whatever stands before the contents.
    var skip: String
    /// What the page may do, as a content security policy.
    var policy: HTML = "default-src 'none'; style-src 'unsafe-inline'"
    /// Before the style sheet, in the same element.
    var palette: HTML = .empty
    /// More of the head.
    var head: HTML = .empty

    /// - Parameters:
    ///   - main: the contents.
    ///   - after: what follows them, such as a footer and scripts.
    func html(main: HTML, after: HTML = .empty) -> String {
        let document: HTML = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="generator" content="hubplan \(version)">
            <title>\(title)</title>
            <style>
            \(palette)\(PageFrame.asset(PackageResources.report_css))</style>
            \(head)</head>
            <body>
            <a class="skip" href="#main">\(skip)</a>
            <main id="main">
            \(main)</main>
            \(after)</body>
            </html>

            """
        return document.text
    }

    /// A file that is part of the program.
    static func asset(_ bytes: [UInt8]) -> HTML {
        HTML(trusted: String(decoding: bytes, as: UTF8.self))
    }
}
