from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import service.pipeline
import service.workshop
from service import __version__
from service.article import article_schema
from service.cli import COMMANDS, main
from service.errors import StrictRefusal
from service.options import PrintOptions
from service.report import MissingImage, Report
from service.stages import FinishedPdf, Submission

RECORD = {
    "id": "low-ice", "headline": "The winter of the low ice", "language": "en", "publication": {"name": "Courier"},
    "published_at": "2026-03-03T00:30:00+02:00", "authors": [{"name": "Søren Ågård"}], "body_text": "First.\n\nSecond.",
}  # fmt: skip
COMMAND = [sys.executable, "-c", "from service.cli import main; main()"]


class Result(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def _place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("TEARSHEET_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TEARSHEET_DATA", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    def run(*arguments: str) -> Result:
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        out, err = capfd.readouterr()
        assert isinstance(ended.value.code, int)
        return Result(ended.value.code, out, err)

    return run


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "low-ice" / "article.json"
    path.parent.mkdir()
    path.write_text(json.dumps(RECORD))
    return path


class Pressed(NamedTuple):
    submission: Submission
    options: PrintOptions
    keep_work: Path | None = None


@pytest.fixture
def press(monkeypatch: pytest.MonkeyPatch) -> list[Pressed]:
    """A stand-in for the pipeline, for what is the command line's own: its flags, files and exit codes."""
    pressed: list[Pressed] = []
    report = Report(article="low-ice", pages=1, bytes=5, sha256="0" * 64, timings_ms={"typeset": 1.5})

    def make_pdf(
        submission: Submission, options: PrintOptions, workshop: object, keep_work: Path | None = None
    ) -> FinishedPdf:
        pressed.append(Pressed(submission, options, keep_work))
        if options.strict:
            missing = MissingImage(src="gone.jpg", reason="there is no such file")
            found = report.model_copy(update={"missing_images": [missing]})
            raise StrictRefusal("The page would hurt a reader.", found)
        return FinishedPdf(b"%PDF\xff", report)

    def make_html(submission: Submission, options: PrintOptions, workshop: object) -> str:
        pressed.append(Pressed(submission, options))
        return "<p>Größe</p>"

    monkeypatch.setattr(service.pipeline, "make_pdf", make_pdf)
    monkeypatch.setattr(service.pipeline, "make_html", make_html)
    monkeypatch.setattr(service.workshop, "open_workshop", lambda config: object())
    return pressed


# The command itself


def test_help_names_every_command_and_exit_code(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    assert all(name in result.out for name in COMMANDS)
    assert "3 bad article" in result.out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_its_line_in_the_document(run: Run, name: str) -> None:
    result = run(name, "--help")
    assert (result.code, result.err) == (0, "")
    document = (Path(__file__).parent.parent / "docs" / "command-line.md").read_text()
    assert f"tearsheet {name}" in document
    flags = {word.strip(",[]") for word in result.out.split() if word.strip(",[]").startswith("--")}
    assert [flag for flag in sorted(flags) if f"`{flag}" not in document and f" {flag}" not in document] == []


def test_help_imports_nothing_that_is_slow() -> None:
    script = (
        "import sys\nfrom service.cli import main\ntry:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    slow = {"pydantic", "sqlalchemy", "alembic", "weasyprint", "flask", "gunicorn", "lxml", "PIL", "babel", "jinja2"}
    assert slow.isdisjoint(eval(ran.stderr))


def test_without_a_command_the_help_is_shown_as_a_mistake(run: Run) -> None:
    result = run()
    assert result.code == 2
    assert "Commands:" in result.err


def test_an_unknown_command_is_named_with_the_nearest(run: Run) -> None:
    result = run("imprt")
    assert result.code == 2
    assert "There is no command `imprt`. Did you mean `import`?" in result.err


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("version") == Result(0, f"{__version__}\n", "")


def test_the_schema_is_the_models(run: Run) -> None:
    assert json.loads(run("schema").out) == article_schema()


def test_a_bad_setting_is_a_mistake_of_use(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEARSHEET_PRT", "1")
    result = run("list")
    assert (result.code, result.out) == (2, "")
    assert "TEARSHEET_PRT: unknown setting. Did you mean `TEARSHEET_PORT`?" in result.err


def test_hostile_text_cannot_steer_the_terminal(run: Run, press: list[Pressed], record: Path) -> None:
    record.write_text(json.dumps(RECORD | {"\x1b[2J\u202ekey": "x"}))
    result = run("pdf", str(record))
    assert "\\x1b[2J\\u202ekey: unknown key" in result.err
    assert "\x1b" not in result.err


def test_something_unexpected_is_one_line_and_a_hint(
    run: Run, press: list[Pressed], record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("of\nzero")

    monkeypatch.setattr(service.pipeline, "make_pdf", broken)
    result = run("pdf", str(record))
    assert result.code == 1
    assert result.err.splitlines() == [
        "Error: something unexpected happened: ZeroDivisionError: of zero",
        "Run `tearsheet --debug ...` to see where.",
    ]
    assert "Traceback" in run("--debug", "pdf", str(record)).err


def test_a_reader_that_goes_away_is_met_in_silence() -> None:
    ran = subprocess.run(
        ["/bin/sh", "-c", '"$@" schema | head -c 1 > /dev/null', "sh", *COMMAND], capture_output=True, check=False
    )
    assert ran.stderr == b""


def test_a_closed_pipe_is_met_in_silence() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run([*COMMAND, "schema"], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (1, b"")


def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ran.returncode == 1
    assert "No space left on device" in ran.stderr.splitlines()[0]
    assert "Traceback" not in ran.stderr


def test_a_closed_standard_output_is_no_crash() -> None:
    ran = subprocess.run(["/bin/sh", "-c", '"$@" version >&-', "sh", *COMMAND], capture_output=True, check=False)
    assert ran.stderr == b""


def test_an_interrupt_ends_with_130() -> None:
    started = subprocess.Popen(
        [*COMMAND, "pdf", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert started.stdin is not None
    # It has begun to read once the pipe's buffer, and what Python reads ahead, has been taken.
    started.stdin.write(" " * 1_000_000)
    started.stdin.flush()
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=30)
    assert (started.returncode, out, err.strip()) == (130, "", "Interrupted.")


# The library


def test_an_import_prints_the_ids_one_a_line(run: Run, record: Path) -> None:
    (record.parent / "b.json").write_text(json.dumps(RECORD | {"id": "b"}))
    assert run("import", str(record.parent)) == Result(0, "low-ice\nb\n", "")


def test_an_import_that_fails_changes_nothing_and_names_each_fault(run: Run, record: Path) -> None:
    bad = record.parent / "bad.json"
    bad.write_text(json.dumps(RECORD | {"id": "b", "status": "publishd"}))
    result = run("import", str(record.parent))
    assert (result.code, result.out) == (3, "")
    assert f"{bad}: status: `publishd` is not a valid value. Did you mean `published`?" in result.err
    assert run("list").out == ""


def test_an_import_of_two_articles_with_one_id_is_refused(run: Run, record: Path) -> None:
    (record.parent / "again.json").write_text(json.dumps(RECORD))
    assert run("import", str(record.parent)).code == 3
    assert run("list").out == ""


def test_an_import_tells_of_pictures_that_are_not_there(run: Run, record: Path) -> None:
    record.write_text(json.dumps(RECORD | {"lead_figure": {"src": "gone.jpg"}}))
    result = run("import", str(record))
    assert (result.code, result.out) == (0, "low-ice\n")
    assert "Note: low-ice: there is no picture `gone.jpg`" in result.err


@pytest.mark.parametrize("arguments", [[], ["nowhere.json"], ["empty"]])
def test_an_import_of_nothing_is_a_mistake_of_use(run: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run("import", *arguments).code == 2


def test_the_list_is_a_line_an_article(run: Run, record: Path) -> None:
    run("import", str(record))
    assert run("list").out == "low-ice\t2026-03-03\tpublished\tThe winter of the low ice\n"
    assert run("list", "soren", "WINTER").out.startswith("low-ice\t")
    assert run("list", "summer") == Result(0, "", "No article matches.\n")


def test_the_list_is_json_for_scripts(run: Run, record: Path) -> None:
    assert json.loads(run("list", "--json").out) == []
    run("import", str(record))
    (entry,) = json.loads(run("list", "--json").out)
    assert entry["byline"] == "Søren Ågård"
    assert entry["published_at"] == "2026-03-03T00:30:00+02:00"


def test_an_empty_library_says_how_to_fill_it(run: Run) -> None:
    assert "`tearsheet import`" in run("list").err


def test_a_json_file_that_is_not_there_is_told_as_a_file(run: Run) -> None:
    result = run("pdf", "gone.json")
    assert (result.code, result.err) == (5, "Error: There is no file `gone.json`.\n")


def test_a_list_cut_short_says_so(run: Run, record: Path) -> None:
    (record.parent / "b.json").write_text(json.dumps(RECORD | {"id": "b"}))
    run("import", str(record.parent))
    result = run("list", "--limit", "1")
    assert len(result.out.splitlines()) == 1
    assert result.err == "1 of 2 articles are listed.\n"


def test_samples_are_imported_as_any_folder_is(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("service.sources.samples.resources.files", lambda _: tmp_path)
    result = run("import", "--samples")
    assert (result.code, result.err.count("not installed")) == (1, 1)
    record.parent.rename(tmp_path / "samples")
    assert run("import", "--samples").out == "low-ice\n"


def test_serving_samples_fills_an_empty_library_only(
    run: Run, record: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    served: list[Any] = []
    monkeypatch.setattr("service.server.serve", lambda *arguments: served.append(arguments))
    monkeypatch.setattr("service.sources.samples.samples_folder", lambda: record.parent)
    result = run("serve", "--samples", "--host", "0.0.0.0", "--port", "8081", "--workers", "3")
    assert (result.code, result.err) == (0, "Imported 1 sample articles.\n")
    config, workers, _ = served[0]
    assert (config.host, config.port, workers) == ("0.0.0.0", 8081, 3)
    assert run("serve", "--samples").err == ""
    assert served[1][0].port == 8080


# Printing


@pytest.mark.parametrize(("command", "content"), [("pdf", b"%PDF\xff"), ("html", "<p>Größe</p>".encode())])
def test_the_default_file_is_named_by_the_id(
    run: Run, press: list[Pressed], record: Path, tmp_path: Path, command: str, content: bytes
) -> None:
    run("import", str(record))
    assert run(command, "low-ice") == Result(0, f"low-ice.{command}\n", "")
    assert (tmp_path / f"low-ice.{command}").read_bytes() == content


def test_an_article_may_be_a_file_with_its_pictures(run: Run, press: list[Pressed], record: Path) -> None:
    record.write_text(json.dumps(RECORD | {"lead_figure": {"src": "lead.jpg"}}))
    (record.parent / "lead.jpg").write_bytes(b"jpeg")
    assert run("pdf", str(record)).code == 0
    assert press[0].submission.files == {"lead.jpg": b"jpeg"}


@pytest.mark.parametrize("command", ["pdf", "html"])
def test_an_article_may_come_on_standard_input(
    run: Run, press: list[Pressed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(RECORD).encode())))
    assert run(command, "-", "-o", "page").out == "page\n"
    assert press[0].submission.article.headline == RECORD["headline"]
    assert (tmp_path / "page").is_file()


@pytest.mark.parametrize("command", ["pdf", "html"])
def test_a_page_may_go_to_standard_output_alone(
    capfdbinary: pytest.CaptureFixture[bytes], press: list[Pressed], record: Path, command: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, str(record), "-o", "-"])
    assert ended.value.code == 0
    assert capfdbinary.readouterr() == (b"%PDF\xff" if command == "pdf" else "<p>Größe</p>".encode(), b"")


def test_an_id_that_ends_like_a_file_is_found(run: Run, press: list[Pressed], record: Path) -> None:
    record.write_text(json.dumps(RECORD | {"id": "notes.json"}))
    run("import", str(record))
    assert run("pdf", "notes.json").code == 0


@pytest.mark.parametrize("command", ["pdf", "html"])
def test_what_is_not_found_ends_with_5(run: Run, press: list[Pressed], record: Path, command: str) -> None:
    run("import", str(record))
    result = run(command, "low-ise")
    assert (result.code, result.out) == (5, "")
    assert result.err == "Error: No article has the id `low-ise`. Nearest: low-ice.\n"
    result = run(command, "./nowhere.json")
    assert (result.code, result.err) == (5, "Error: There is no file `./nowhere.json`.\n")


@pytest.mark.parametrize("command", ["pdf", "html"])
def test_a_bad_article_ends_with_3_and_names_the_fault(
    run: Run, press: list[Pressed], record: Path, tmp_path: Path, command: str
) -> None:
    record.write_text(json.dumps(RECORD | {"hedline": "x"}))
    result = run(command, str(record))
    assert (result.code, result.out) == (3, "")
    assert "hedline: unknown key `hedline`. Did you mean `headline`?" in result.err
    assert not (tmp_path / f"low-ice.{command}").exists()


def test_every_print_option_is_a_flag(run: Run, press: list[Pressed], record: Path) -> None:
    result = run(
        "pdf", str(record), "--paper", "letter", "--text-size", "large", "--columns", "2", "--images", "small", "--ink",
        "grey", "--fonts", "sans", "--links", "footnotes", "--qr", "off", "--printed-on", "2026-03-01",
    )  # fmt: skip
    assert result.code == 0
    assert press[0].options == PrintOptions(
        paper="letter", text_size="large", columns=2, images="small", ink="grey", fonts="sans", links="footnotes",
        qr="off", printed_on="2026-03-01",
    )  # type: ignore[arg-type]  # fmt: skip
    assert press[0].options.model_fields_set == set(PrintOptions.model_fields) - {"strict"}


def test_an_option_left_out_has_its_default(run: Run, press: list[Pressed], record: Path) -> None:
    run("pdf", str(record))
    assert press[0].options == PrintOptions()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--paper", "a3"], "'a4', 'letter', 'a5', 'legal'"),
        (["--columns", "3"], "'1', '2'"),
        (["--printed-on", "yesterday"], "printed_on: a day as YYYY-MM-DD is needed"),
        (["--papr", "a4"], "--paper"),
    ],
)
@pytest.mark.parametrize("command", ["pdf", "html"])
def test_a_bad_flag_is_a_mistake_of_use_that_names_the_valid_ones(
    run: Run, press: list[Pressed], record: Path, command: str, arguments: list[str], message: str
) -> None:
    result = run(command, str(record), *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_the_report_goes_to_a_file(run: Run, press: list[Pressed], record: Path, tmp_path: Path) -> None:
    assert run("pdf", str(record), "--report", "report.json").out == "low-ice.pdf\n"
    assert json.loads((tmp_path / "report.json").read_text())["pages"] == 1


def test_the_report_may_be_all_of_standard_output(run: Run, press: list[Pressed], record: Path) -> None:
    assert json.loads(run("pdf", str(record), "--report", "-").out)["article"] == "low-ice"


def test_the_page_and_the_report_cannot_both_be_standard_output(run: Run, press: list[Pressed], record: Path) -> None:
    assert run("pdf", str(record), "-o", "-", "--report", "-").code == 2
    assert press == []


def test_a_strict_refusal_ends_with_4_and_the_report_but_no_page(
    run: Run, press: list[Pressed], record: Path, tmp_path: Path
) -> None:
    result = run("pdf", str(record), "--strict", "--report", "report.json")
    assert (result.code, result.out) == (4, "")
    assert "Warning: missing image: src: gone.jpg, reason: there is no such file" in result.err
    assert "Error: The page would hurt a reader." in result.err
    assert json.loads((tmp_path / "report.json").read_text())["missing_images"][0]["src"] == "gone.jpg"
    assert not (tmp_path / "low-ice.pdf").exists()


def test_a_kept_folder_is_handed_on(run: Run, press: list[Pressed], record: Path) -> None:
    run("pdf", str(record), "--keep-work", "work")
    assert press[0].keep_work == Path("work")


@pytest.mark.parametrize("flag", ["-o", "--report"])
@pytest.mark.parametrize(("target", "message"), [("data/x", "there is no folder"), (".", "is a folder")])
def test_a_target_that_cannot_work_is_told_before_the_render(
    run: Run, press: list[Pressed], record: Path, flag: str, target: str, message: str
) -> None:
    result = run("pdf", str(record), flag, target)
    assert result.code == 1
    assert message in result.err
    assert press == []


def test_html_does_not_take_what_only_a_pdf_can_keep(run: Run, press: list[Pressed], record: Path) -> None:
    assert run("html", str(record), "--strict").code == 2


def test_fonts_are_made_where_they_belong(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    monkeypatch.setattr("service.fonts.build_fonts", lambda folder, on_step: (made.append(folder), on_step("a face")))
    from service.fonts import fonts_folder

    assert run("fonts", "--again") == Result(0, "", "Made 1 faces for print.\n")
    assert made == [fonts_folder()]


def test_whole_fonts_are_left_alone(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("service.fonts.build_fonts", lambda *_: pytest.fail("made again"))
    assert run("fonts") == Result(0, "", "The faces for print are whole.\n")
