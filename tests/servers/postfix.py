"""A throw-away Postfix on loopback that delivers into a Dovecot; smtp-sink as a black hole."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.ports import free_port, listens

MASTER = "/usr/lib/postfix/sbin/master"
SINK = "/usr/sbin/smtp-sink"
QUEUES = "incoming active deferred bounce defer corrupt trace flush hold saved private public maildrop pid".split()
SERVICES = """
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
lmtp unix - - n - - lmtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
local unix - n n - - local
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
tlsmgr unix - - n 1000? 1 tlsmgr
postlog unix-dgram n - n - 1 postlogd
showq unix n - n - - showq
"""


class Postfix:
    """One instance; every address of ``.example`` goes to a Dovecot user named by its local part."""

    def __init__(
        self, folder: Path, lmtp_port: int, users: tuple[str, ...], certificate: tuple[Path, Path], sasl: str = ""
    ) -> None:
        self.folder, self.lmtp_port, self.users = folder, lmtp_port, users
        self.sasl = sasl  # Dovecot's socket; with it nobody sends without signing in
        self.certificate = certificate
        self.port = 0
        self.process: subprocess.Popen[bytes] | None = None

    def url(self, scheme: str = "smtp+insecure") -> str:
        """Return the outbox URL."""
        return f"{scheme}://localhost:{self.port}"

    def _relaying(self) -> str:
        if not self.sasl:
            return "smtpd_relay_restrictions = permit_mynetworks, reject"
        return f"""smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = {self.sasl}
smtpd_sasl_security_options = noanonymous"""

    def _write(self) -> Path:
        etc, queue, data = (self.folder / name for name in ("etc", "spool", "data"))
        for each in (etc, queue, data):
            shutil.rmtree(each, ignore_errors=True)
            each.mkdir()
        user, group = pwd.getpwnam("postfix"), "postdrop"
        shutil.chown(data, user.pw_uid)
        for name in QUEUES:
            (queue / name).mkdir()
            (queue / name).chmod(0o700)
            if name != "pid":
                shutil.chown(queue / name, user.pw_uid)
        for name, mode in (("public", 0o710), ("maildrop", 0o1730)):
            shutil.chown(queue / name, user.pw_uid, group)
            (queue / name).chmod(mode)
        # Recipients are the users; anybody else is unknown, at once.
        (etc / "boxes").write_text("".join(f"/^{user}(\\+.*)?@/ ok\n" for user in self.users))
        (etc / "main.cf").write_text(
            f"""
compatibility_level = 3.6
queue_directory = {queue}
data_directory = {data}
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
myhostname = mx.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
maillog_file = {self.folder}/log
maillog_file_prefixes = {self.folder}
mydestination =
local_recipient_maps =
alias_maps =
alias_database =
virtual_mailbox_domains = static:all
virtual_mailbox_maps = regexp:{etc}/boxes
virtual_transport = lmtp:inet:127.0.0.1:{self.lmtp_port}
default_transport = error:no mail leaves this machine
recipient_delimiter = +
smtp_dns_support_level = disabled
smtp_host_lookup = native
lmtp_host_lookup = native
minimal_backoff_time = 2s
maximal_backoff_time = 4s
queue_run_delay = 2s
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
{self._relaying()}
message_size_limit = 60000000
mailbox_size_limit = 0
virtual_mailbox_limit = 0
smtpd_tls_security_level = may
smtpd_tls_cert_file = {self.certificate[0]}
smtpd_tls_key_file = {self.certificate[1]}
smtpd_peername_lookup = no
"""
        )
        (etc / "master.cf").write_text(f"127.0.0.1:{self.port} inet n - n - - smtpd\n" + SERVICES.lstrip())
        before = time.time() - 60
        for name in ("main.cf", "master.cf"):
            os.utime(etc / name, (before, before))
        return etc

    def start(self) -> None:
        """Start the master and wait until it listens."""
        self.folder.chmod(0o755)
        for _ in range(3):  # somebody else may take a free port before it does
            self.port = free_port()
            etc = self._write()
            with (self.folder / "out").open("ab") as out:
                self.process = subprocess.Popen([MASTER, "-c", str(etc), "-s"], stdout=out, stderr=out)
            if listens(self.process, self.port):
                return
            self.stop()
        said = "".join(each.read_text() for each in (self.folder / "out", self.folder / "log") if each.exists())
        raise RuntimeError(f"Postfix does not listen: {said[-2000:]}")

    def stop(self) -> None:
        """End the master; its children end with it."""
        if self.process is not None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait()
            self.process = None

    def waiting(self) -> int:
        """Return how many letters still lie in the queues."""
        spool = self.folder / "spool"
        return sum(
            1
            for name in ("incoming", "active", "deferred", "maildrop")
            for each in (spool / name).rglob("*")
            if each.is_file()
        )


@contextmanager
def postfix(
    lmtp_port: int, users: tuple[str, ...], certificate: tuple[Path, Path], sasl: str = ""
) -> Iterator[Postfix]:
    """A running instance, ended afterwards."""
    with tempfile.TemporaryDirectory(prefix="postfix", ignore_cleanup_errors=True) as name:
        server = Postfix(Path(name), lmtp_port, users, certificate, sasl)
        server.start()
        try:
            yield server
        finally:
            server.stop()


@contextmanager
def smtp_sink() -> Iterator[int]:
    """Postfix's own load tool: accepts and forgets; gives its port."""
    user = ["-u", "nobody"] if os.getuid() == 0 else []
    for _ in range(3):  # somebody else may take a free port before it does
        port = free_port()
        process = subprocess.Popen([SINK, *user, f"127.0.0.1:{port}", "1000"], stderr=subprocess.DEVNULL)
        try:
            if listens(process, port):
                yield port
                return
        finally:
            process.kill()
            process.wait()
    raise RuntimeError("smtp-sink does not listen")
