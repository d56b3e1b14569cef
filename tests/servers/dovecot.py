"""A throw-away Dovecot on loopback: IMAP with TLS and without, LMTP for Postfix."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import imapclient

from tests.servers.ports import free_port, listens

DOVECOT = "/usr/sbin/dovecot"
PASSWORD = "una-clave-de-prueba"
SELF_SIGNED = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost"
    " -addext subjectAltName=DNS:localhost,IP:127.0.0.1"
)


def certificate(folder: Path) -> tuple[Path, Path]:
    """Make a self-signed certificate for localhost; returns (certificate, key)."""
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        [*SELF_SIGNED.split(), "-keyout", str(key), "-out", str(cert)],
        check=True,
        capture_output=True,
    )
    key.chmod(0o644)
    return cert, key


class Dovecot:
    """One instance in one folder; users are made by naming them."""

    def __init__(
        self, folder: Path, users: tuple[str, ...] = ("grupo",), oauth: str = "", mechanisms: str = ""
    ) -> None:
        self.folder = folder
        # Where to ask whether a token is good; "" for passwords.
        self.oauth, self.mechanisms = oauth, mechanisms or ("xoauth2 oauthbearer" if oauth else "plain login")
        self.users = users
        self.port, self.tls_port, self.lmtp_port = 0, 0, 0
        self.certificate, self.key = certificate(folder)
        self.process: subprocess.Popen[bytes] | None = None

    def password(self) -> str:
        """The one password of all users."""
        return PASSWORD

    def url(self, user: str, scheme: str = "imap+insecure") -> str:
        """Return the inbox URL of a user."""
        port = self.tls_port if scheme == "imaps" else self.port
        return f"{scheme}://{user}@localhost:{port}/INBOX"

    def _configuration(self) -> str:
        root = os.getuid() == 0
        owner = ("65534", "65534") if root else (str(os.getuid()), str(os.getgid()))
        users = self.folder / "users"
        users.write_text(
            "".join(
                f"{user}:{{PLAIN}}{PASSWORD}:{owner[0]}:{owner[1]}::{self.folder}/home/{user}::\n"
                for user in self.users
            )
        )
        me = "" if root else _own_user()
        return f"""
protocols = imap lmtp
listen = 127.0.0.1
base_dir = {self.folder}/run
state_dir = {self.folder}/state
instance_name = t{self.port}
log_path = {self.folder}/log
mail_location = maildir:{self.folder}/mail/%u
auth_username_format = %n
disable_plaintext_auth = no
auth_mechanisms = {self.mechanisms}
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 100
ssl = yes
ssl_cert = <{self.certificate}
ssl_key = <{self.key}
recipient_delimiter = +
lmtp_save_to_detail_mailbox = no
protocol lmtp {{
  auth_username_format = %n
}}
{self._by_token()}
passdb {{
  driver = passwd-file
  args = username_format=%n {users}
}}
userdb {{
  driver = passwd-file
  args = username_format=%n {users}
}}
namespace inbox {{
  inbox = yes
}}
service imap-login {{
  inet_listener imap {{
    port = {self.port}
  }}
  inet_listener imaps {{
    port = {self.tls_port}
    ssl = yes
  }}
  {me and "chroot ="}
}}
service lmtp {{
  inet_listener lmtp {{
    address = 127.0.0.1
    port = {self.lmtp_port}
  }}
}}
service anvil {{
  {me and "chroot ="}
}}
service stats {{
  {me and "chroot ="}
}}
{me}
"""

    def _by_token(self) -> str:
        """Return the passdb of tokens, and the socket through which Postfix asks the same."""
        if not self.oauth:
            return ""
        file = self.folder / "oauth2.conf"
        file.write_text(
            f"introspection_mode = auth\nintrospection_url = {self.oauth}/introspect\n"
            "username_attribute = username\nactive_attribute = active\nactive_value = true\n"
            "username_format = %n\n"
        )
        return f"""
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {file}
}}
auth_failure_delay = 0
service anvil {{
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service auth {{
  unix_listener {self.folder}/sasl {{
    mode = 0666
  }}
}}
"""

    def start(self) -> None:
        """Start and wait until it listens: again on the ports it had, or the first time on free ones."""
        (self.folder / "mail").mkdir(exist_ok=True)
        if os.getuid() == 0:
            os.chown(self.folder / "mail", 65534, 65534)
            for parent in [self.folder, *self.folder.parents]:
                if parent != Path("/") and not parent.stat().st_mode & 0o001:
                    parent.chmod(parent.stat().st_mode | 0o011)
        if self.port:
            if not self._listens():
                raise RuntimeError(self._last_words())
            return
        for _ in range(3):  # somebody else may take a free port before it does
            self.port, self.tls_port, self.lmtp_port = free_port(), free_port(), free_port()
            if self._listens():
                return
            self.stop()
        raise RuntimeError(self._last_words())

    def _listens(self) -> bool:
        file = self.folder / "dovecot.conf"
        file.write_text(self._configuration())
        with (self.folder / "out").open("ab") as out:
            self.process = subprocess.Popen([DOVECOT, "-c", str(file), "-F"], stdout=out, stderr=out)
        return listens(self.process, self.port, self.tls_port, self.lmtp_port)

    def _last_words(self) -> str:
        said = "".join(each.read_text() for each in (self.folder / "out", self.folder / "log") if each.exists())
        return f"Dovecot does not listen: {said[-2000:]}"

    def stop(self) -> None:
        """End it and everything below it at once, as a crash would; nothing of it writes any more on return."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGSTOP)  # it would start anew what is killed below it
        children = _children(self.process.pid)
        for child in children:
            _kill(child)
        self.process.kill()
        self.process.wait()
        self.process = None
        while any(_runs(child) for child in children):
            time.sleep(0.005)

    @contextmanager
    def client(self, user: str) -> Iterator[imapclient.IMAPClient]:
        """A colleague's mail program."""
        client = imapclient.IMAPClient("127.0.0.1", port=self.port, ssl=False, timeout=20)
        client.login(user, PASSWORD)
        yield client
        client.logout()

    def append(self, user: str, raws: list[bytes]) -> None:
        """Put messages into a user's INBOX."""
        with self.client(user) as client:
            for raw in raws:
                client.append("INBOX", raw)

    def mailbox(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """Return the raw messages of a folder."""
        with self.client(user) as client:
            client.select_folder(folder, readonly=True)
            uids = client.search()
            found = client.fetch(uids, ["BODY.PEEK[]"]) if uids else {}
            return [found[uid][b"BODY[]"] for uid in sorted(found)]


def _own_user() -> str:
    import grp
    import pwd

    user, group = pwd.getpwuid(os.getuid()).pw_name, grp.getgrgid(os.getgid()).gr_name
    return f"default_internal_user = {user}\ndefault_internal_group = {group}\ndefault_login_user = {user}\n"


def _children(pid: int) -> list[int]:
    """Return every process below one, from /proc."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text()
            except OSError:
                continue
            parents.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        below = parents.get(todo.pop(), [])
        found += below
        todo += below
    return found


def _runs(pid: int) -> bool:
    """Tell whether a process is there and no zombie, whose parent only has to ask how it ended."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] not in "ZX"


def _kill(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


@contextmanager
def dovecot(users: tuple[str, ...] = ("grupo",), oauth: str = "", mechanisms: str = "") -> Iterator[Dovecot]:
    """A running instance, ended afterwards."""
    with tempfile.TemporaryDirectory(prefix="dovecot", ignore_cleanup_errors=True) as name:
        server = Dovecot(Path(name), users, oauth, mechanisms)
        server.start()
        try:
            yield server
        finally:
            server.stop()
