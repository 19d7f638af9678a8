/// What is wrong with a file of open data, or with the folder they lie in: a whole sentence that says what to do.
package struct OpenDataError: Error, Hashable, CustomStringConvertible {
    package let description: String

    package init(_ sentence: String) {
        description = sentence
    }
}
