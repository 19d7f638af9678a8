/// The interactive map's parts, all of which go into the page.
struct LiveMap: Sendable {
    let style: HTML
    let script: HTML
    let data: JSON

    /// - Parameters:
    ///   - style: MapLibre's style sheet.
    ///   - script: MapLibre's script in its plain form.
    init(style: String, script: String, data: JSON) {
        self.style = HTML(trusted: style)
        // Nothing in it may end the element it stands in, nor ask for a file that is not there.
        let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
        self.script = HTML(
            trusted: lines.filter { !$0.hasPrefix("//# sourceMappingURL") }.joined(separator: "\n")
                .replacing("</script", with: "<\\/script")
        )
        self.data = data
    }
}
