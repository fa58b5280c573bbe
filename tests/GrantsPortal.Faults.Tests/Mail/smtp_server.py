"""A mail server for tests: takes messages, writes down what it took before it says so, and misbehaves on request.

The local part of a recipient says what happens: gone@ is refused with 550, busy-2@ is put off twice with 451 and then
taken, drop@ is taken and the line cut before the answer, full@ is put off with 452 after the content was given.
"""
import argparse
import asyncio
import email
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Mailbox:
    def __init__(self, log, delay, only_sender):
        self.log = log
        self.only_sender = only_sender
        self.delay = delay
        self.put_off = {}
        self.connections = 0

    async def handle_MAIL(self, server, session, envelope, address, options):
        if self.only_sender and address != self.only_sender:
            return "553 5.7.1 Sender address rejected: not owned by user"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local.startswith("gone"):
            return "550 5.1.1 No such mailbox here"
        if local.startswith("busy-"):
            times = self.put_off.get(address, 0)
            if times < int(local.split("-")[1]):
                self.put_off[address] = times + 1
                return "451 4.7.1 Come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(to.startswith("full") for to in envelope.rcpt_tos):
            return "452 4.3.1 No room just now"
        message = email.message_from_bytes(envelope.content)
        line = {
            "id": message["Message-ID"],
            "to": envelope.rcpt_tos,
            "from": envelope.mail_from,
            "tls": session.ssl is not None,
            "user": session.auth_data.login.decode() if session.auth_data else None,
            "peer": session.peer[1],
            "raw": envelope.content.decode("utf-8", "surrogateescape"),
        }
        self.log.write(json.dumps(line) + "\n")
        self.log.flush()
        os.fsync(self.log.fileno())
        if any(to.startswith("drop") for to in envelope.rcpt_tos):
            server.transport.abort()
        if self.delay:
            await asyncio.sleep(self.delay)
        return "250 2.0.0 Taken"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--port", type=int, default=0)
    options.add_argument("--log", required=True)
    options.add_argument("--delay", type=float, default=0)
    options.add_argument("--only-sender")
    options.add_argument("--security", choices=["none", "starttls", "tls"], default="none")
    options.add_argument("--certificate")
    options.add_argument("--key")
    options.add_argument("--user")
    options.add_argument("--password")
    asked = options.parse_args()

    context = None
    if asked.security != "none":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(asked.certificate, asked.key)

    def check(server, session, envelope, mechanism, data):
        known = isinstance(data, LoginPassword) and data.login == asked.user.encode() and data.password == asked.password.encode()
        return AuthResult(success=known, handled=False, auth_data=data)

    mailbox = Mailbox(open(asked.log, "a", encoding="utf-8"), asked.delay, asked.only_sender)

    def protocol():
        return SMTP(
            mailbox,
            hostname="localhost",
            tls_context=context if asked.security == "starttls" else None,
            require_starttls=asked.security == "starttls",
            authenticator=check if asked.user else None,
            auth_required=asked.user is not None,
            auth_require_tls=asked.security == "starttls",
        )

    async def serve():
        loop = asyncio.get_running_loop()
        server = await loop.create_server(protocol, "127.0.0.1", asked.port, ssl=context if asked.security == "tls" else None)
        print(server.sockets[0].getsockname()[1], flush=True)
        await server.serve_forever()

    # Ends with the test that started it, whatever becomes of that.
    def watch():
        sys.stdin.read()
        os._exit(0)

    import threading

    threading.Thread(target=watch, daemon=True).start()
    asyncio.run(serve())


main()
