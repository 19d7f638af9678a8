internal import HubModel

/// What a reader of the results should know about the data, gathered while a region is built.
struct BuildLog {
    private(set) var findings: [Finding] = []

    mutating func note(_ sentence: String) { findings.append(Finding(.note, sentence)) }
    mutating func warn(_ sentence: String) { findings.append(Finding(.warning, sentence)) }
}
