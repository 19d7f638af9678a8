import Spatial
import Testing

/// The sentence that a piece of work fails with; records an issue when it does not fail, or not with a SpatialError.
func sentence(
    _ location: SourceLocation = #_sourceLocation, of work: () throws -> Void
) -> String {
    do {
        try work()
        Issue.record("nothing was thrown", sourceLocation: location)
        return ""
    } catch let error as SpatialError {
        return error.description
    } catch {
        Issue.record("\(error) is no SpatialError", sourceLocation: location)
        return ""
    }
}
