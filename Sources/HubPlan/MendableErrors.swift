internal import HubModel
internal import OpenData
internal import Placement
internal import Regions
internal import Reports
internal import Spatial
internal import TravelCosts

// Errors of the stages are sentences about the input; each target keeps its own type.
extension OpenDataError: MendableError {}
extension RegionError: MendableError {}
extension ReportError: MendableError {}
extension SpatialError: MendableError {}
extension TravelError: MendableError {}
extension PlacementError: MendableError {}
