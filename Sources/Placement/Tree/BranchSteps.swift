internal import HubModel

extension [BranchStep] {
    /// The place after the tree that begins at a place.
    func end(ofTreeAt first: Int) -> Int {
        var place = first
        var open = 1
        while open > 0, place < count {
            switch self[place] {
            case .fix: break
            case .branch: open += 1
            case .leaf, .end: open -= 1
            }
            place += 1
        }
        return place
    }
}
