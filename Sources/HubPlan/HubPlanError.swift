internal import HubModel

/// What the pipeline itself finds wrong; stages have error types of their own.
package struct HubPlanError: MendableError {
    /// A whole sentence that says what to do.
    package var description: String

    package init(_ sentence: String) {
        description = sentence
    }
}
