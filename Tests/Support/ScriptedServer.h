// SPDX-License-Identifier: GPL-3.0-or-later
// An HTTP server on this computer that does what a test says: answers, is slow, breaks off, lies.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace athanor
{

/** What somebody asked it. */
struct ReceivedRequest
{
    std::string line;                           ///< "POST /v1/responses HTTP/1.1".
    std::map<std::string, std::string> headers; ///< By their names in lower case.
    std::string body;
};

/** One connection, after its request was read. */
class ServedConnection
{
public:
    ServedConnection (int s, int e) : socket (s), ending (e) {}

    /** Raw bytes. False when the other side is gone. */
    bool send (const std::string&);

    /** A whole answer: headers besides Content-Length one a line, as "A: b\r\n". */
    bool respond (int status, const std::string& body, const std::string& headers = "Content-Type: application/json\r\n");

    /** One byte at a time, so many milliseconds apart, until the other side is gone. */
    void drip (const std::string&, int milliseconds);

    /** Ends the connection in the middle, as a failing network does. */
    void reset();

    /** Says nothing for some time. */
    void pause (int milliseconds) { waitForEnd (milliseconds); }

    /** Says nothing until the other side or the server goes away. */
    void holdUntilGone();

private:
    bool waitForEnd (int milliseconds);

    int socket, ending;
};

class ScriptedServer
{
public:
    using Script = std::function<void (ServedConnection&, const ReceivedRequest&)>;

    ScriptedServer();
    ScriptedServer (const ScriptedServer&) = delete;
    ~ScriptedServer();

    /** What it does with the next request that has no script yet. A request without one gets status 500. */
    void next (Script);

    /** The same: answers. */
    void next (int status, const std::string& body, const std::string& headers = "Content-Type: application/json\r\n");

    /** As "http://127.0.0.1:41234". */
    std::string url() const;

    /** All so far. */
    std::vector<ReceivedRequest> received() const;

    /** Waits until so many requests were read. */
    void waitForRequests (std::size_t);

private:
    void serve();
    void serveOne (int socket);

    int listener = -1, ending = -1, port = 0;
    mutable std::mutex mutex;
    std::condition_variable arrived;
    std::deque<Script> scripts;
    std::vector<ReceivedRequest> requests;
    std::thread thread;
};

} // namespace athanor
