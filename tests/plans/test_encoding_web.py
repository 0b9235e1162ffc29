"""Documents on the web: what is found, what is told instead, and what is never asked."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from plancmp.plans.encoding import download as downloading
from plancmp.plans.encoding.download import download, is_public
from plancmp.plans.encoding.encoder import Encoded, encode_document
from plancmp.plans.encoding.limits import LIMITS
from plancmp.plans.encoding.links import read_links
from plancmp.plans.encoding.problems import EncodingError, Problem
from plancmp.plans.encoding.source_formats import SourceFormat
from plancmp.plans.encoding.web import Fetched, encode_address
from tests.plans.documents import encode_source
from tests.plans.sites import Answer, Site, cover, running_site
from tools.variants import measures_of


@pytest.fixture(scope="module")
def running() -> Iterator[Site]:
    with running_site() as site:
        yield site


@pytest.fixture
def site(running: Site) -> Site:
    running.asked.clear()
    return running


def encode(fetched: Fetched) -> Encoded:
    return encode_document(fetched.raw, plan_id="plan")


def fetch(site: Site, path: str, attachment: int | None = None) -> tuple[Encoded, Fetched]:
    return encode_address(site.address + path, encode, attachment=attachment, allow_local=True)


def problem_of(url: str, attachment: int | None = None, *, allow_local: bool = True) -> EncodingError:
    with pytest.raises(EncodingError) as caught:
        encode_address(url, encode, attachment=attachment, allow_local=allow_local)
    return caught.value


class TestFound:
    @pytest.mark.parametrize(
        ("path", "form", "found_at"),
        [
            ("/plan.html", SourceFormat.PAGE, "/plan.html"),
            ("/gbk.html", SourceFormat.PAGE, "/gbk.html"),
            ("/gbk-unannounced.html", SourceFormat.PAGE, "/gbk-unannounced.html"),
            ("/gzip.html", SourceFormat.PAGE, "/gzip.html"),
            ("/plan.docx", SourceFormat.WORD, "/plan.docx"),
            ("/plan.ofd", SourceFormat.OFD, "/plan.ofd"),
            ("/moved.html", SourceFormat.PAGE, "/plan.html"),
            ("/refresh.html", SourceFormat.PAGE, "/plan.html"),
            ("/hop5", SourceFormat.PAGE, "/plan.html"),
            ("/cover.html", SourceFormat.WORD, "/plan.docx"),
            ("/cover-both.html", SourceFormat.WORD, "/plan.docx"),
            ("/cover-by-number.html", SourceFormat.WORD, "/download?id=7"),
        ],
    )
    def test_the_plan_is_that_of_the_text(
        self, site: Site, path: str, form: SourceFormat, found_at: str
    ) -> None:
        encoded, fetched = fetch(site, path)
        assert encoded.report.format is form
        assert fetched.url == site.address + found_at
        assert measures_of(encoded.plan) == measures_of(encode_source("qingzhou").plan)

    def test_an_attachment_is_chosen_by_its_number(self, site: Site) -> None:
        _, fetched = fetch(site, "/cover-two.html", 2)
        assert fetched.url.endswith("/plan.ofd")
        assert [each.label for each in fetched.attachments] == ["任务分工表.docx", "青州市行动方案.ofd"]

    def test_what_the_page_states_is_kept_for_its_attachment(self, site: Site) -> None:
        _, fetched = fetch(site, "/cover-table.html")
        plan = encode_document(fetched.raw, plan_id="plan", stated=fetched.stated).plan
        assert (plan.issued, plan.index_number) == ("2024-02-18", "11370781MB28/2024-00017")

    def test_links_of_a_page_are_listed_once_each_and_within_bounds(self) -> None:
        links = [f"<a href='/f/{number % 60}.docx'>附件{number}</a>" for number in range(120)]
        links += ["<a href='javascript:open(1.docx)'>1.docx</a>", "<a href='http://[bad/2.docx'>2.docx</a>"]
        found = read_links(cover(*links), "https://www.example.gov.cn/a/b.html").attachments
        assert len(found) == LIMITS.attachments
        assert found[1].url == "https://www.example.gov.cn/f/1.docx"


class TestTold:
    @pytest.mark.parametrize(
        ("path", "problem", "found"),
        [
            ("/cover-two.html", Problem.SEVERAL_ATTACHMENTS, "1. 任务分工表.docx 2. 青州市行动方案.ofd"),
            ("/cover-none.html", Problem.NO_MEASURES, ""),
            ("/login.html", Problem.LOGIN_PAGE, ""),
            ("/to-login.html", Problem.WEB_STATUS, "404"),
            ("/gone.html", Problem.PAGE_MISSING, ""),
            ("/status-404.html", Problem.WEB_STATUS, "404"),
            ("/status-500.html", Problem.WEB_STATUS, "500"),
            ("/empty.html", Problem.EMPTY, ""),
            ("/hop6", Problem.TOO_MANY_REDIRECTS, ""),
            ("/loop", Problem.TOO_MANY_REDIRECTS, ""),
            ("/to-file", Problem.BAD_ADDRESS, "file:///etc/passwd"),
            ("/to-ftp", Problem.BAD_ADDRESS, "ftp://example.org/plan.txt"),
            ("/large.html", Problem.FILE_TOO_LARGE, "> 20,000,000"),
            ("/bomb.html", Problem.FILE_TOO_LARGE, "> 20,000,000"),
            ("/broken-gzip.html", Problem.NOT_REACHED, "IncompleteRead"),
            ("/short.html", Problem.NOT_REACHED, "IncompleteRead"),
            ("/brotli.html", Problem.NOT_REACHED, "Content-Encoding: br"),
        ],
    )
    def test_as_what_it_is(self, site: Site, path: str, problem: Problem, found: str) -> None:
        told = problem_of(site.address + path)
        assert (told.problem, told.found) == (problem, found)

    def test_a_login_behind_an_attachment(self, site: Site) -> None:
        site.pages["/login.html?to=plan.docx"] = site.pages["/login.html"]
        assert problem_of(site.address + "/to-login.html").problem is Problem.LOGIN_PAGE
        del site.pages["/login.html?to=plan.docx"]

    def test_an_attachment_that_is_not_there(self, site: Site) -> None:
        told = problem_of(site.address + "/cover-two.html", 3)
        assert (told.problem, told.found, told.expected) == (Problem.NO_ATTACHMENT, "3", "2")

    @pytest.mark.parametrize(
        ("page", "problem"),
        [
            (
                b"<html><p " + b" ".join(b"a%d=1" % number for number in range(100_000)) + b">",
                Problem.TOO_MANY_PARTS,
            ),
            (b"<html>" + b"<div>" * 3_000, Problem.TOO_DEEP),
            (b"<html>" + b"a" * 3_100_000, Problem.TEXT_TOO_LONG),
            (b"<html>" + b"<a href='1.docx'>1</a>" * 110_000, Problem.TOO_MANY_PARTS),
            (b"<html>\0\0", Problem.NOT_TEXT),
        ],
        ids=["attributes", "depth", "length", "elements", "no text"],
    )
    def test_a_hostile_page_within_seconds(self, site: Site, page: bytes, problem: Problem) -> None:
        site.pages["/hostile.html"] = Answer(page)
        started = time.process_time()
        assert problem_of(site.address + "/hostile.html").problem is problem
        assert time.process_time() - started < 5

    def test_a_site_that_sends_drop_by_drop(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(downloading, "LIMITS", replace(LIMITS, web_seconds=0.7))
        started = time.monotonic()
        assert problem_of(site.address + "/slow.html").problem is Problem.WEB_SLOW
        assert time.monotonic() - started < 3

    def test_a_site_that_sends_its_head_drop_by_drop(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(downloading, "LIMITS", replace(LIMITS, web_seconds=0.7))
        started = time.monotonic()
        with socket.create_server(("127.0.0.1", 0)) as silent:  # it accepts and says nothing
            assert problem_of(f"http://127.0.0.1:{silent.getsockname()[1]}/").problem is Problem.WEB_SLOW
            assert problem_of(f"https://127.0.0.1:{silent.getsockname()[1]}/").problem is Problem.WEB_SLOW
        assert time.monotonic() - started < 5

    def test_a_port_where_nobody_listens(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        told = problem_of(f"http://127.0.0.1:{port}/")
        assert (told.problem, told.found) == (Problem.NOT_REACHED, "Connection refused")

    @pytest.mark.parametrize("head", [b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 500, b""])
    def test_a_server_that_does_not_speak_the_protocol(self, head: bytes) -> None:
        from threading import Thread

        with socket.create_server(("127.0.0.1", 0)) as server:

            def serve() -> None:
                connection, _ = server.accept()
                with connection:
                    connection.recv(4096)
                    connection.sendall(head)

            thread = Thread(target=serve)
            thread.start()
            assert problem_of(f"http://127.0.0.1:{server.getsockname()[1]}/").problem is Problem.NOT_REACHED
            thread.join()


class TestForbidden:
    """What could ask machines of an inner network in the user's name."""

    @pytest.mark.parametrize(
        "address",
        [
            *(
                "127.0.0.1",
                "127.9.9.9",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
            ),
            *("100.64.0.1", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255"),
            *("::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1"),
            *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:c0a8:101::1"),
            *("2001:0:7f00:1::", "no address", ""),
        ],
    )
    def test_addresses_that_are_not_public(self, address: str) -> None:
        assert not is_public(address)

    @pytest.mark.parametrize("address", ["8.8.8.8", "2400:3200::1", "64:ff9b::808:808", "::ffff:8.8.8.8"])
    def test_addresses_that_are(self, address: str) -> None:
        assert is_public(address)

    @pytest.mark.parametrize(
        "host",
        ["127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "0", "[::1]", "[::ffff:127.0.0.1]"],
    )
    def test_this_machine_under_any_name(self, site: Site, host: str) -> None:
        told = problem_of(f"http://{host}:{site.server_port}/plan.html", allow_local=False)
        assert told.problem in {Problem.LOCAL_ADDRESS, Problem.NOT_REACHED}
        assert site.asked == []

    @pytest.mark.parametrize("path", ["/to-inner", "/refresh-to-inner.html"])
    def test_a_redirect_to_an_inner_address(
        self, site: Site, path: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(downloading, "is_public", {"127.0.0.1": True}.get)
        told = problem_of(site.address + path, allow_local=False)
        assert told.problem is Problem.LOCAL_ADDRESS
        assert told.found in {"127.0.0.2", "10.0.0.1"}

    def test_an_attachment_at_an_inner_address(self, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(downloading, "is_public", {"127.0.0.1": True}.get)
        site.pages["/cover-inner.html"] = Answer(cover("<a href='http://127.0.0.3/plan.docx'>方案.docx</a>"))
        assert problem_of(f"{site.address}/cover-inner.html", allow_local=False).found == "127.0.0.3"

    def test_a_name_that_stands_for_another_address_a_moment_later(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The address that was judged is the one that is connected to: the name is looked up once."""
        looked_up: list[str] = []
        connected: list[Any] = []

        def look_up(host: str, port: int, **_: object) -> list[tuple[Any, ...]]:
            looked_up.append(host)
            address = "93.184.215.14" if len(looked_up) == 1 else "127.0.0.1"
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

        class Socket(socket.socket):
            def connect(self, place: Any) -> None:
                connected.append(place[0])
                raise ConnectionRefusedError(111, "Connection refused")

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        monkeypatch.setattr(socket, "socket", Socket)
        told = problem_of(f"http://rebinding.example:{site.server_port}/plan.html", allow_local=False)
        assert told.problem is Problem.NOT_REACHED
        assert (looked_up, connected) == (["rebinding.example"], ["93.184.215.14"])

    def test_a_name_that_stands_for_a_public_and_an_inner_address(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        both = [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 80)) for place in ("8.8.8.8", "192.168.0.1")
        ]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
        monkeypatch.setattr(socket, "socket", None)  # nothing may be opened
        told = problem_of("http://both.example/", allow_local=False)
        assert (told.problem, told.found) == (Problem.LOCAL_ADDRESS, "both.example (192.168.0.1)")

    @pytest.mark.parametrize(
        "url",
        [
            *("http://", "https:///x", "http://user:word@example.org/", "http://user@example.org/"),
            *(
                "http://example.org:99999/",
                "http://example.org:x/",
                "http://[::1/",
                f"http://{'a' * 70}.org/",
            ),
        ],
    )
    def test_addresses_that_are_none(self, url: str) -> None:
        with pytest.raises(EncodingError) as caught:
            download(url)
        assert caught.value.problem is Problem.BAD_ADDRESS

    def test_proxies_of_the_environment_are_not_asked(
        self, site: Site, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        assert fetch(site, "/plan.html")[0].plan.name == "青州市"

    def test_a_line_end_in_an_address_starts_no_second_request(self, site: Site) -> None:
        problem_of(f"{site.address}/none%0d%0aX: y\r\nHost: z")
        assert all("\r" not in path and " " not in path for path in site.asked)
