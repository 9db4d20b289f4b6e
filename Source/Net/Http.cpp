// SPDX-License-Identifier: GPL-3.0-or-later
#include "Net/Http.h"

#include "Core/Text.h"
#include "Net/CurlReady.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <memory>

#include <netinet/in.h>
#include <strings.h>
#include <sys/socket.h>

namespace athanor
{

namespace
{
using Clock = std::chrono::steady_clock;
constexpr std::size_t mostHeaderBytes = 64 << 10;
constexpr int pollMilliseconds = 100;

/** Headers as libcurl wants them. They hold the key, so they are wiped. */
class HeaderList
{
public:
    HeaderList() = default;
    HeaderList (const HeaderList&) = delete;

    ~HeaderList()
    {
        for (auto* line = first; line != nullptr; line = line->next)
            std::fill_n (const_cast<volatile char*> (line->data), std::char_traits<char>::length (line->data), '\0');

        curl_slist_free_all (first);
    }

    /** False when a line would be two. */
    bool add (std::string line)
    {
        const auto isPlain = std::none_of (line.begin(), line.end(), [] (char c) { return static_cast<unsigned char> (c) < ' ' || c == 0x7f; });
        auto* longer = isPlain ? curl_slist_append (first, line.c_str()) : nullptr;
        wipe (line);
        first = longer != nullptr ? longer : first;
        return longer != nullptr;
    }

    curl_slist* first = nullptr;
};

//==============================================================================
class Transfer
{
public:
    Transfer (const HttpRequest& r, Url u, const std::stop_token& s) : request (r), url (std::move (u)), stop (s), easy (curl_easy_init(), curl_easy_cleanup), multi (curl_multi_init(), curl_multi_cleanup) {}

    HttpReply run()
    {
        if (easy == nullptr || multi == nullptr || ! prepare())
            return ended (HttpEnd::refused, "The request could not be made.", "libcurl");

        curl_multi_add_handle (multi.get(), easy.get());
        const auto code = perform();
        finish (code);
        curl_multi_remove_handle (multi.get(), easy.get());
        return std::move (reply);
    }

private:
    template <typename Type>
    void set (CURLoption option, Type value)
    {
        curl_easy_setopt (easy.get(), option, value);
    }

    bool prepare()
    {
        auto isGood = headers.add ("Accept: application/json");

        for (const auto& header : request.headers)
            isGood = headers.add (header.name + ": " + header.value) && isGood;

        if (! request.key.secret.isEmpty())
            isGood = headers.add (keyLine()) && isGood;

        if (request.json)
        {
            isGood = headers.add ("Content-Type: application/json") && headers.add ("Expect:") && isGood;
            set (CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t> (request.json->size()));
            set (CURLOPT_POSTFIELDS, request.json->c_str());
        }

        set (CURLOPT_URL, url.text.c_str());
        set (CURLOPT_HTTPHEADER, headers.first);
        set (CURLOPT_USERAGENT, "Athanor");
        setPolicy();
        setCallbacks();
        return isGood;
    }

    std::string keyLine() const
    {
        std::string line;
        line.reserve (request.key.name.size() + request.key.prefix.size() + request.key.secret.reveal().size() + 3); // so that no copy is left behind
        line.append (request.key.name).append (": ").append (request.key.prefix).append (request.key.secret.reveal());
        return line;
    }

    void setPolicy()
    {
        set (CURLOPT_PROTOCOLS_STR, url.isSecure ? "https" : "http");
        set (CURLOPT_FOLLOWLOCATION, 0L);
        set (CURLOPT_NETRC, static_cast<long> (CURL_NETRC_IGNORED));
        set (CURLOPT_NOSIGNAL, 1L);
        set (CURLOPT_QUICK_EXIT, 1L); // when the time is up or nobody wants to know any more, a name server is not waited for
        set (CURLOPT_CONNECTTIMEOUT_MS, static_cast<long> (request.limits.toConnect.count()));
        set (CURLOPT_TIMEOUT_MS, static_cast<long> (std::max<std::int64_t> (1, request.limits.total.count())));

        // What stays on this computer, and what a stranger named, asks no proxy: it would look the name up where we cannot see it.
        if (! url.isSecure || request.source == UrlSource::stranger)
            set (CURLOPT_NOPROXY, "*");
    }

    void setCallbacks()
    {
        set (CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
        set (CURLOPT_WRITEDATA, this);
        set (CURLOPT_HEADERFUNCTION, &Transfer::takeHeader);
        set (CURLOPT_HEADERDATA, this);
        set (CURLOPT_OPENSOCKETFUNCTION, &Transfer::openSocket);
        set (CURLOPT_OPENSOCKETDATA, this);
        set (CURLOPT_ERRORBUFFER, trouble.data());
    }

    CURLcode perform()
    {
        const std::stop_callback wake (stop, [this] { curl_multi_wakeup (multi.get()); });

        for (int running = 1;;)
        {
            if (stop.stop_requested())
                return leave (HttpEnd::cancelled);

            if (isTooSlow())
                return leave (HttpEnd::late);

            if (curl_multi_perform (multi.get(), &running) != CURLM_OK)
                return CURLE_FAILED_INIT;

            if (running == 0)
                break;

            curl_multi_poll (multi.get(), nullptr, 0, pollMilliseconds, nullptr);
        }

        int left = 0;
        const auto* message = curl_multi_info_read (multi.get(), &left);
        return message != nullptr ? message->data.result : CURLE_FAILED_INIT;
    }

    CURLcode leave (HttpEnd why)
    {
        reply.end = why;
        return CURLE_ABORTED_BY_CALLBACK;
    }

    /** Once an answer has begun. Waiting for one to begin is no fault: whoever is asked may have to think. */
    bool isTooSlow()
    {
        if (received == 0)
            return false;

        const auto now = Clock::now();

        if (received - measuredBytes >= request.limits.slowestBytes || measuredBytes == 0)
        {
            measuredBytes = received;
            measuredAt = now;
        }

        return now - measuredAt > request.limits.slowestTime;
    }

    //==============================================================================
    static std::size_t takeBody (char* bytes, std::size_t size, std::size_t count, void* self) { return static_cast<Transfer*> (self)->take ({ bytes, size * count }); }

    static std::size_t takeHeader (char* bytes, std::size_t size, std::size_t count, void* self) { return static_cast<Transfer*> (self)->takeHead ({ bytes, size * count }); }

    std::size_t take (std::string_view bytes)
    {
        received += bytes.size();

        if (reply.body.size() + bytes.size() > request.limits.answerBytes)
        {
            reply.end = HttpEnd::tooLarge;
            return 0;
        }

        reply.body.append (bytes);
        return bytes.size();
    }

    std::size_t takeHead (std::string_view line)
    {
        received += line.size();
        headerBytes += line.size();

        if (headerBytes > mostHeaderBytes)
        {
            reply.end = HttpEnd::tooLarge;
            return 0;
        }

        if (line.starts_with ("HTTP/"))
            reply.headers.clear(); // what came before the real answer: "100 Continue", a proxy's own

        if (const auto colon = line.find (':'); colon != std::string_view::npos)
            reply.headers.push_back ({ trimmed (line.substr (0, colon)), trimmed (line.substr (colon + 1)) });

        return line.size();
    }

    static curl_socket_t openSocket (void* self, curlsocktype, curl_sockaddr* address) { return static_cast<Transfer*> (self)->open (*address); }

    /** Looks at the address that is really connected to: a name may stand for any. */
    curl_socket_t open (const curl_sockaddr& address)
    {
        const auto kind = kindOf (address);
        const auto isAllowed = ! url.isSecure ? kind == AddressKind::loopback : request.source == UrlSource::musician || kind == AddressKind::publicHost;

        if (! isAllowed)
        {
            reply.end = HttpEnd::refused;
            return CURL_SOCKET_BAD;
        }

        reply.end = HttpEnd::answered; // of several addresses one that may be talked to will do
        return ::socket (address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
    }

    static AddressKind kindOf (const curl_sockaddr& address)
    {
        const auto* bytes = reinterpret_cast<const std::uint8_t*> (&address.addr);

        if (address.family == AF_INET)
            return kindOfAddress ({ bytes + offsetof (sockaddr_in, sin_addr), 4 });

        return address.family == AF_INET6 ? kindOfAddress ({ bytes + offsetof (sockaddr_in6, sin6_addr), 16 }) : AddressKind::inside;
    }

    //==============================================================================
    void finish (CURLcode code)
    {
        long status = 0, sent = 0;
        curl_easy_getinfo (easy.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo (easy.get(), CURLINFO_REQUEST_SIZE, &sent);
        reply.status = static_cast<int> (status);

        if (code == CURLE_OK)
            return;

        if (reply.end == HttpEnd::answered)
            reply.end = sent == 0 ? HttpEnd::notReached : code == CURLE_OPERATION_TIMEDOUT ? HttpEnd::late
                                                                                           : HttpEnd::cut;

        const auto isUntrusted = code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR || code == CURLE_SSL_CACERT_BADFILE;
        std::string detail = trouble.front() != '\0' ? trouble.data() : curl_easy_strerror (code);
        reply.failure = { sentence (isUntrusted), withoutSecret (url.place() + ": " + detail, request.key.secret) };
        reply.body.clear();
    }

    std::string sentence (bool isUntrusted) const
    {
        const auto place = url.place();

        switch (reply.end)
        {
            case HttpEnd::refused:
                return place + " is not where its name says, so nothing was sent.";
            case HttpEnd::notReached:
                return place + (isUntrusted ? " could not prove who it is, so nothing was sent." : " could not be reached.");
            case HttpEnd::cut:
                return "The connection to " + place + " broke.";
            case HttpEnd::late:
                return place + " took too long to answer.";
            case HttpEnd::tooLarge:
                return place + " sent more than it should.";
            case HttpEnd::cancelled:
                return "The request was cancelled.";
            case HttpEnd::answered:
                break;
        }

        return {};
    }

    HttpReply ended (HttpEnd end, const char* message, const char* detail)
    {
        reply.end = end;
        reply.failure = { message, detail };
        return std::move (reply);
    }

    const HttpRequest& request;
    const Url url;
    const std::stop_token& stop;
    HeaderList headers;
    std::unique_ptr<CURL, decltype (&curl_easy_cleanup)> easy;
    std::unique_ptr<CURLM, decltype (&curl_multi_cleanup)> multi;
    std::array<char, CURL_ERROR_SIZE> trouble {};
    HttpReply reply;
    std::size_t received = 0, headerBytes = 0, measuredBytes = 0;
    Clock::time_point measuredAt;
};
} // namespace

const std::string* HttpReply::header (std::string_view name) const
{
    const auto found = std::find_if (headers.begin(), headers.end(), [&] (const HttpHeader& one) {
        return one.name.size() == name.size() && ::strncasecmp (one.name.data(), name.data(), name.size()) == 0;
    });
    return found != headers.end() ? &found->value : nullptr;
}

HttpReply sendHttp (const HttpRequest& request, const std::stop_token& stop)
{
    readyCurl();
    const auto url = allowedUrl (request.url, request.source);

    if (! url)
    {
        HttpReply refused;
        refused.end = HttpEnd::refused;
        refused.failure = url.failure();
        return refused;
    }

    return Transfer (request, *url, stop).run();
}

std::optional<std::int64_t> secondsOfHttpDate (const std::string& text)
{
    const auto seconds = curl_getdate (text.c_str(), nullptr);
    return seconds < 0 ? std::nullopt : std::optional<std::int64_t> (seconds);
}

} // namespace athanor
