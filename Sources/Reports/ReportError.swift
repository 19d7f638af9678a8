/// Why a run folder could not be written: a whole sentence with the path and what to do.
package struct ReportError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) {
        self.description = description
    }
}
