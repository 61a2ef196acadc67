"""The main job without the internet: serve the fixtures on loopback and archive the reference article."""

import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from newsgrab.cli import run

FIXTURES = Path(__file__).parents[2] / "fixtures" / "pages"
REFERENCE = "themoscowtimes.com/message/page.html"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=FIXTURES))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/{REFERENCE}"
    archive = Path(tempfile.mkdtemp(prefix="newsgrab-demo-"))
    print(f"$ newsgrab fetch {url}", flush=True)
    code = run(["fetch", "--archive", str(archive), "--allow-private", "127.0.0.0/8", url])
    for path in archive.rglob("*.md"):
        print(f"\n$ cat {path}\n{path.read_text('utf-8')}")
    server.shutdown()
    return code


if __name__ == "__main__":
    sys.exit(main())
