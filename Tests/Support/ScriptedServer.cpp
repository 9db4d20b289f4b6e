// SPDX-License-Identifier: GPL-3.0-or-later
#include "Support/ScriptedServer.h"

#include "Core/Text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace athanor
{

namespace
{
/** Waits until `socket` can be read; false when the server is ending or nothing came. */
bool isReadable (int socket, int ending, int milliseconds = 10'000)
{
    std::array<pollfd, 2> waiting { pollfd { socket, POLLIN, 0 }, pollfd { ending, POLLIN, 0 } };
    return ::poll (waiting.data(), waiting.size(), milliseconds) > 0 && waiting[1].revents == 0;
}

ReceivedRequest parsedHead (const std::string& head)
{
    ReceivedRequest request;
    std::istringstream lines (head);
    std::getline (lines, request.line);

    for (std::string line; std::getline (lines, line);)
        if (const auto colon = line.find (": "); colon != std::string::npos)
        {
            request.headers[inLowerCase (line.substr (0, colon))] = line.substr (colon + 2, line.find ('\r') - colon - 2);
        }

    return request;
}

std::optional<ReceivedRequest> readRequest (int socket, int ending)
{
    std::string bytes;
    std::array<char, 65'536> buffer {};
    std::optional<ReceivedRequest> request;
    std::size_t bodyAt = 0, bodySize = 0;

    while (! request || bytes.size() < bodyAt + bodySize)
    {
        const auto count = isReadable (socket, ending) ? ::recv (socket, buffer.data(), buffer.size(), 0) : 0;

        if (count <= 0)
            return {};

        bytes.append (buffer.data(), static_cast<std::size_t> (count));
        const auto end = bytes.find ("\r\n\r\n");

        if (! request && end != std::string::npos)
        {
            request = parsedHead (bytes.substr (0, end + 2));
            bodyAt = end + 4;
            const auto length = request->headers.find ("content-length");
            bodySize = length != request->headers.end() ? std::stoul (length->second) : 0;
        }
    }

    request->body = bytes.substr (bodyAt, bodySize);
    return request;
}
} // namespace

bool ServedConnection::send (const std::string& bytes)
{
    for (std::size_t at = 0; at < bytes.size();)
    {
        const auto count = ::send (socket, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);

        if (count <= 0)
            return false;

        at += static_cast<std::size_t> (count);
    }

    return true;
}

bool ServedConnection::respond (int status, const std::string& body, const std::string& headers)
{
    return send ("HTTP/1.1 " + std::to_string (status) + " Said\r\n" + headers + "Content-Length: " + std::to_string (body.size()) + "\r\nConnection: close\r\n\r\n" + body);
}

void ServedConnection::drip (const std::string& bytes, int milliseconds)
{
    for (const auto byte : bytes)
        if (! send (std::string (1, byte)) || waitForEnd (milliseconds))
            return;
}

void ServedConnection::reset()
{
    const linger now { 1, 0 };
    ::setsockopt (socket, SOL_SOCKET, SO_LINGER, &now, sizeof (now));
}

void ServedConnection::holdUntilGone() { waitForEnd (-1); }

bool ServedConnection::waitForEnd (int milliseconds)
{
    std::array<pollfd, 2> waiting { pollfd { socket, POLLRDHUP, 0 }, pollfd { ending, POLLIN, 0 } };
    return ::poll (waiting.data(), waiting.size(), milliseconds) != 0;
}

//==============================================================================
ScriptedServer::ScriptedServer() : listener (::socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)), ending (::eventfd (0, EFD_CLOEXEC))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
    socklen_t size = sizeof (address);
    auto* any = reinterpret_cast<sockaddr*> (&address);
    const auto isListening = ::bind (listener, any, size) == 0 && ::listen (listener, 16) == 0 && ::getsockname (listener, any, &size) == 0;
    EXPECT_TRUE (isListening);
    port = ntohs (address.sin_port);
    thread = std::thread ([this] { serve(); });
}

ScriptedServer::~ScriptedServer()
{
    const std::uint64_t one = 1;
    EXPECT_EQ (::write (ending, &one, sizeof (one)), static_cast<ssize_t> (sizeof (one)));
    thread.join();
    ::close (listener);
    ::close (ending);
}

void ScriptedServer::next (Script script)
{
    const std::scoped_lock lock (mutex);
    scripts.push_back (std::move (script));
}

void ScriptedServer::next (int status, const std::string& body, const std::string& headers)
{
    next ([=] (ServedConnection& connection, const ReceivedRequest&) { connection.respond (status, body, headers); });
}

std::string ScriptedServer::url() const { return "http://127.0.0.1:" + std::to_string (port); }

std::vector<ReceivedRequest> ScriptedServer::received() const
{
    const std::scoped_lock lock (mutex);
    return requests;
}

void ScriptedServer::waitForRequests (std::size_t count)
{
    std::unique_lock lock (mutex);
    EXPECT_TRUE (arrived.wait_for (lock, std::chrono::seconds (20), [&] { return requests.size() >= count; }));
}

void ScriptedServer::serve()
{
    while (isReadable (listener, ending, -1))
        serveOne (::accept4 (listener, nullptr, nullptr, SOCK_CLOEXEC));
}

void ScriptedServer::serveOne (int socket)
{
    if (const auto request = readRequest (socket, ending))
    {
        Script script = [] (ServedConnection& connection, const ReceivedRequest&) { connection.respond (500, "no script"); };

        {
            const std::scoped_lock lock (mutex);
            requests.push_back (*request);

            if (! scripts.empty())
            {
                script = std::move (scripts.front());
                scripts.pop_front();
            }
        }

        arrived.notify_all();
        ServedConnection connection (socket, ending);
        script (connection, *request);
    }

    ::close (socket);
}

} // namespace athanor
