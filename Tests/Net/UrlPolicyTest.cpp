// SPDX-License-Identifier: GPL-3.0-or-later
#include "Net/UrlPolicy.h"

#include <gtest/gtest.h>

#include <array>

#include <arpa/inet.h>

namespace athanor
{

namespace
{
AddressKind kindOf (const char* text)
{
    std::array<std::uint8_t, 16> bytes {};

    if (::inet_pton (AF_INET, text, bytes.data()) == 1)
        return kindOfAddress (std::span (bytes).first (4));

    EXPECT_EQ (::inet_pton (AF_INET6, text, bytes.data()), 1) << text;
    return kindOfAddress (bytes);
}

bool isAllowed (const std::string& url, UrlSource source)
{
    const auto result = allowedUrl (url, source);

    if (! result)
        EXPECT_TRUE (result.failure().message.ends_with ('.')) << url;

    return static_cast<bool> (result);
}
} // namespace

TEST (UrlPolicy, httpsLeadsAnywhereThatTheMusicianNames)
{
    const auto url = allowedUrl ("https://api.openai.com/v1/responses", UrlSource::musician);
    ASSERT_TRUE (url);
    EXPECT_EQ (url->host, "api.openai.com");
    EXPECT_EQ (url->port, 443);
    EXPECT_EQ (url->place(), "api.openai.com");
    EXPECT_TRUE (isAllowed ("https://studio.local:8443/v1", UrlSource::musician));
    EXPECT_TRUE (isAllowed ("https://192.168.1.4/v1", UrlSource::musician));
}

TEST (UrlPolicy, httpLeadsToThisComputerAlone)
{
    for (const auto* url : { "http://127.0.0.1:11434/api/chat", "http://localhost:8080", "http://[::1]:8080/v1", "http://127.1.2.3" })
        EXPECT_TRUE (isAllowed (url, UrlSource::musician)) << url;

    EXPECT_EQ (allowedUrl ("http://[::1]:8080/v1", UrlSource::musician)->place(), "::1:8080");
    EXPECT_TRUE (allowedUrl ("http://[::1]:8080/v1", UrlSource::musician)->isLoopback);
    EXPECT_FALSE (allowedUrl ("https://10.0.0.1/", UrlSource::musician)->isLoopback);

    for (const auto* url : { "http://api.openai.com/v1", "http://192.168.1.4:11434", "http://localhost.evil.example", "http://127.0.0.1.evil.example", "http://0.0.0.0:80", "http://[::]:80" })
        EXPECT_FALSE (isAllowed (url, UrlSource::musician)) << url;
}

TEST (UrlPolicy, whatAStrangerNamesLeadsToPublicServersAlone)
{
    EXPECT_TRUE (isAllowed ("https://example.org/cover.png", UrlSource::stranger));
    EXPECT_TRUE (isAllowed ("https://93.184.216.34/", UrlSource::stranger));

    for (const auto* url : { "http://example.org", "https://127.0.0.1/", "https://localhost/", "https://[::1]/", "https://10.0.0.1/", "https://169.254.169.254/latest/meta-data", "https://[fe80::1]/", "https://[::ffff:10.0.0.1]/", "https://2130706433/", "https://0x7f.1/", "https://127.1/", "https://0177.0.0.1/" })
        EXPECT_FALSE (isAllowed (url, UrlSource::stranger)) << url;
}

TEST (UrlPolicy, otherSchemesAndWhatIsNoAddressAreRefused)
{
    for (const auto source : { UrlSource::musician, UrlSource::stranger })
        for (const auto* url : { "", "file:///etc/passwd", "ftp://example.org/a", "gopher://127.0.0.1:70/", "javascript:alert(1)", "https://", "https://a b/", "https://a\r\nHost: b/", "https://user:word@example.org/", "https://example.org:99999/", "//example.org", "data:text/plain,hi" })
            EXPECT_FALSE (isAllowed (url, source)) << url;

    EXPECT_FALSE (isAllowed ("https://example.org/" + std::string (3'000, 'a'), UrlSource::musician));
    EXPECT_FALSE (isAllowed ("https://ex\xc3\xa4mple.org/", UrlSource::musician)) << "looks like another name";
}

TEST (UrlPolicy, whatARefusedAddressHoldsIsNotRepeated)
{
    const auto refused = allowedUrl ("http://example.org/?key=sk-very-secret-1", UrlSource::musician);
    ASSERT_FALSE (refused);
    EXPECT_EQ ((refused.failure().message + refused.failure().detail).find ("secret"), std::string::npos);
}

TEST (UrlPolicy, tellsAddressesApart)
{
    for (const auto* one : { "127.0.0.1", "127.255.255.255", "::1", "::ffff:127.0.0.1" })
        EXPECT_EQ (kindOf (one), AddressKind::loopback) << one;

    for (const auto* one : { "8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.63.0.1", "192.167.0.1", "223.255.255.1", "2606:4700::1111", "2a00:1450::8a", "::ffff:8.8.8.8" })
        EXPECT_EQ (kindOf (one), AddressKind::publicHost) << one;

    for (const auto* one : { "0.0.0.0", "10.1.2.3", "100.64.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:192.168.0.1", "::127.0.0.1", "64:ff9b::a00:1", "2001:db8::1", "2002:a00:1::", "2001::1" })
        EXPECT_EQ (kindOf (one), AddressKind::inside) << one;

    EXPECT_EQ (kindOfAddress ({}), AddressKind::inside);
}

} // namespace athanor
