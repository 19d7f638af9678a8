internal import HubModel

/// What is wrong with a file of jobs, a store or a batch.
package struct BatchError: MendableError {
    /// A whole sentence that says what to do.
    package var description: String

    package init(_ sentence: String) {
        description = sentence
    }
}
