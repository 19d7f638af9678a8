"""A build backend that builds nothing: it hands back the metadata that the package itself carries."""
from pathlib import Path


class _Backend:
    @staticmethod
    def prepare_metadata_for_build_wheel(folder, config_settings=None):
        metadata = Path("PKG-INFO").read_text(encoding="utf-8")
        fields = dict(line.split(": ", 1) for line in metadata.splitlines() if line.startswith(("Name: ", "Version: ")))
        info = Path(folder, f"{fields['Name']}-{fields['Version']}.dist-info")
        info.mkdir()
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        return info.name


__legacy__ = _Backend()
