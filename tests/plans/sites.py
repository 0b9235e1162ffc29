"""A web server on this machine with pages in the build of offices' sites."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from tests.plans.documents import docx, html, ofd, page, pdf, read_source

QINGZHOU = read_source("qingzhou")
BARE = QINGZHOU[QINGZHOU.rindex("青州市县域经济高质量发展三年行动方案") :]
"""The plan alone, as an attachment has it: no office, no number, no date above it."""
METADATA = (
    "<table><tr><td>索 引 号：</td><td>11370781MB28/2024-00017</td><td>发布机构：</td><td>青州市人民政府</td></tr>"
    "<tr><td><b>发文字号</b></td><td>青政发〔2024〕2号</td><td>成文日期：</td><td>2024年02月18日</td></tr>"
    "<tr><td>有效性：</td><td>有效</td><td>发布日期：</td><td>2024-02-20</td></tr></table>"
)
"""The table that sites of offices print above a document."""


@dataclass(frozen=True)
class Answer:
    """What the server says to a request; `body` is sent piece by piece where it is a function."""

    body: bytes | Callable[[], Iterator[bytes]] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})


def cover(*links: str, table: str = "") -> bytes:
    """A page that only leads to its attachments."""
    listed = "".join(f"<p>附件：{link}</p>" for link in links)
    return (
        "<html><head><meta charset='utf-8'><title>青州市人民政府关于印发行动方案的通知</title></head><body>"
        f"<ul><li><a href='/index.html'>首页</a></li></ul>{table}"
        f"<div>各镇街：现将方案印发给你们。{listed}</div></body></html>"
    ).encode()


def _small_pieces() -> Iterator[bytes]:
    for _ in range(2000):
        yield b"<p>"
        time.sleep(0.05)


def _redirect(place: str, status: int = 302) -> Answer:
    return Answer(status=status, headers={"Location": place})


def _pages() -> dict[str, Answer]:
    plan, gb = page(QINGZHOU).encode(), page(QINGZHOU, "gb2312").encode("gb18030")
    return {
        "/plan.html": Answer(plan),
        "/gbk.html": Answer(gb, headers={"Content-Type": "text/html; charset=GBK"}),
        "/gbk-unannounced.html": Answer(page(QINGZHOU, "").replace("charset", "x").encode("gb18030")),
        "/gzip.html": Answer(gzip.compress(plan), headers={"Content-Encoding": "gzip"}),
        "/bomb.html": Answer(
            gzip.compress(b"<html>" + bytes(30_000_000)), headers={"Content-Encoding": "gzip"}
        ),
        "/broken-gzip.html": Answer(gzip.compress(plan)[:-900], headers={"Content-Encoding": "gzip"}),
        "/brotli.html": Answer(plan, headers={"Content-Encoding": "br"}),
        "/short.html": Answer(plan, headers={"Content-Length": str(len(plan) + 10)}),
        "/large.html": Answer(b"<html>" + b"a" * 21_000_000),
        "/slow.html": Answer(_small_pieces),
        "/plan.docx": Answer(docx(QINGZHOU)),
        "/plan.ofd": Answer(ofd(QINGZHOU)),
        "/plan.pdf": Answer(pdf(QINGZHOU)),
        "/download?id=7": Answer(docx(QINGZHOU)),
        "/cover.html": Answer(cover("<a href='plan.docx'>青州市行动方案.docx</a>")),
        "/cover-both.html": Answer(
            cover("<a href='plan.pdf'>青州市行动方案.pdf</a>", "<a href='plan.docx'>青州市行动方案.docx</a>")
        ),
        "/cover-by-number.html": Answer(cover("<a href='/download?id=7'>青州市行动方案.docx</a>")),
        "/cover-two.html": Answer(
            cover("<a href='none.docx'>任务分工表.docx</a>", "<a href='plan.ofd'>青州市行动方案.ofd</a>")
        ),
        "/cover-none.html": Answer(cover()),
        "/to-login.html": Answer(cover("<a href='/login.html?to=plan.docx'>青州市行动方案.docx</a>")),
        "/login.html": Answer(
            "<html><head><title>统一身份认证</title></head><body><form>用户名<input name=u>密码<input type=password>"
            "</form></body></html>".encode()
        ),
        "/gone.html": Answer(
            html("抱歉，您访问的页面不存在或已被删除！").replace("政策文件_".encode(), b"404_")
        ),
        "/status-404.html": Answer(plan, status=404),
        "/status-500.html": Answer(plan, status=500),
        "/empty.html": Answer(b""),
        "/cover-table.html": Answer(cover("<a href='bare.docx'>行动方案.docx</a>", table=METADATA)),
        "/bare.docx": Answer(docx(BARE)),
        "/moved.html": _redirect("plan.html", 301),
        "/refresh.html": Answer(
            b"<html><head><meta http-equiv='refresh' content='0; url=plan.html'></head></html>"
        ),
        "/hop5": _redirect("/hop4"),
        "/hop4": _redirect("/hop3"),
        "/hop3": _redirect("/hop2"),
        "/hop2": _redirect("/hop1"),
        "/hop1": _redirect("/plan.html", 307),
        "/hop6": _redirect("/hop5"),
        "/loop": _redirect("/loop"),
        "/to-file": _redirect("file:///etc/passwd"),
        "/to-ftp": _redirect("ftp://example.org/plan.txt"),
        "/to-inner": _redirect("http://127.0.0.2/plan.html"),
        "/refresh-to-inner.html": Answer(b"<html><meta http-equiv=refresh content='0;url=http://10.0.0.1/'>"),
    }


class Site(ThreadingHTTPServer):
    """The server; `asked` are the paths that were asked for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages = _pages()
        self.asked: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Site)
        self.server.asked.append(self.path)
        answer = self.server.pages.get(self.path, Answer(status=404))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        for piece in [answer.body] if isinstance(answer.body, bytes) else answer.body():
            try:
                self.wfile.write(piece)
            except OSError:  # the reader went away
                return

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def running_site() -> Iterator[Site]:
    """The server while it runs."""
    with Site() as site:
        Thread(target=site.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield site
        site.shutdown()
