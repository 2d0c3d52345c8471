"""The example notebook runs from its first cell to its last and shows pictures."""
import sys

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")


def outputs(notebook, kind):
    return [output["data"][kind] for cell in notebook.cells if cell.cell_type == "code"
            for output in cell.outputs if kind in output.get("data", {})]


def printed(notebook, stream):
    return "".join(output.text for cell in notebook.cells if cell.cell_type == "code"
                   for output in cell.outputs if output.output_type == "stream" and output.name == stream)


def test_the_example_runs(root, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSGRAPH_ROOT", str(root))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    notebook = nbformat.read(root / "examples/newsgraph.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells), "the notebook is kept without outputs"
    kernel = tmp_path / "kernels" / "python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text(
        '{"argv": ["%s", "-m", "ipykernel_launcher", "-f", "{connection_file}"], "display_name": "Python 3", '
        '"language": "python"}' % sys.executable)
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": tmp_path}}).execute()
    pages = outputs(notebook, "text/html")
    assert any("<mark" in page for page in pages), "a claim shows its sentence"
    assert any("<svg" in page or "<iframe" in page for page in pages), "the graph shows itself"
    assert "ByteDance owns TikTok" in printed(notebook, "stdout")
    assert "Warning" not in printed(notebook, "stderr")
    folder = tmp_path / "outputs"
    folder.mkdir()
    nbformat.write(notebook, folder / "executed.ipynb")
