internal import HubModel

/// Branch and bound that is grown node by node, so that whoever grows it can stop in between.
protocol SearchTree: ~Copyable {
    /// What a step may fail of.
    associatedtype Fault: Error

    /// The best plan, that which the tree began with included.
    var best: OpenPlan { get }
    /// Least bound of what is not closed yet; what is sought at most when all is.
    var bound: Int64 { get }
    var isDone: Bool { get }
    /// Nodes looked at, and still to look at.
    var nodes: Int { get }
    var openCount: Int { get }
    var work: Int64 { get }
    /// Bytes that the tree holds beside the demand rows it was given.
    var bytes: Int { get }
    /// Whether nodes leave the tree no room to go on in.
    var isOutOfMemory: Bool { get }

    /// Takes the next node off the tree and puts back what is left of it.
    mutating func step() throws(Fault)
}
