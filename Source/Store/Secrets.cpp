// SPDX-License-Identifier: GPL-3.0-or-later
#include "Store/Secrets.h"

#include <libsecret/secret.h>

#include <algorithm>
#include <condition_variable>
#include <cstdlib>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace athanor
{

namespace
{
constexpr std::size_t longestKey = 4'096;
constexpr auto attribute = "name";

const SecretSchema& ourKeys()
{
    static const SecretSchema schema = [] {
        SecretSchema made {};
        made.name = "org.athanor.Key";
        made.flags = SECRET_SCHEMA_NONE;
        made.attributes[0] = { attribute, SECRET_SCHEMA_ATTRIBUTE_STRING };
        return made;
    }();
    return schema;
}

/** Cancels what the key store does when nobody wants to wait any more. */
class Patience
{
public:
    explicit Patience (const KeyPatience& patience)
        : stopped (patience.stop, [this] { cancel(); }),
          timer ([this, longest = patience.longest] (const std::stop_token& over) {
              std::unique_lock lock (mutex);

              if (! ended.wait_for (lock, over, longest, [&] { return over.stop_requested(); }))
                  cancel();
          })
    {
    }

    GCancellable* cancellable() const noexcept { return owned.get(); }

private:
    void cancel() noexcept { g_cancellable_cancel (owned.get()); }

    const std::unique_ptr<GCancellable, decltype (&g_object_unref)> owned { g_cancellable_new(), g_object_unref };
    std::mutex mutex;
    std::condition_variable_any ended;
    std::stop_callback<std::function<void()>> stopped;
    std::jthread timer; ///< Last, so that it ends first.
};

/** The session's bus. A program that has it ends when the bus ends, unless it says that it would rather not. */
class SessionBus
{
public:
    SessionBus (GCancellable* cancellable, GError** error) : connection (g_bus_get_sync (G_BUS_TYPE_SESSION, cancellable, error))
    {
        if (connection != nullptr)
            g_dbus_connection_set_exit_on_close (connection, FALSE);
    }

    SessionBus (const SessionBus&) = delete;

    ~SessionBus()
    {
        secret_service_disconnect(); // so that the next time finds a key store that was started since

        if (connection != nullptr)
            g_object_unref (connection);
    }

    explicit operator bool() const noexcept { return connection != nullptr; }

private:
    GDBusConnection* connection;
};

Failure failureOf (const KeyName& name, const GError* error)
{
    const std::string detail = error != nullptr ? error->message : "";
    const auto hint = name.variable.empty() ? std::string() : ": the environment variable " + name.variable + " can hold the key instead";

    if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return Failure { "The system's key store did not answer; it may be waiting for its password.", detail };

    if (g_error_matches (error, SECRET_ERROR, SECRET_ERROR_IS_LOCKED))
        return Failure { "The system's key store is locked.", detail };

    return Failure { "This system has no key store that answers" + hint + ".", detail };
}

/** Asks the key store; `ask` gives what it wants and sets the error that it is given. */
template <typename Ask>
auto askStore (const KeyName& name, const KeyPatience& patience, Ask&& ask) -> Result<decltype (ask (static_cast<GCancellable*> (nullptr), static_cast<GError**> (nullptr)))>
{
    const Patience waiting (patience);
    GError* error = nullptr;
    const SessionBus bus (waiting.cancellable(), &error);
    auto answer = bus ? ask (waiting.cancellable(), &error) : decltype (ask (nullptr, nullptr)) {};

    if (error == nullptr)
        return answer;

    const std::unique_ptr<GError, decltype (&g_error_free)> owned (error, g_error_free);
    return failureOf (name, error);
}

Secret trimmedKey (const Secret& key)
{
    auto text = key.reveal();
    const auto isSpace = [] (char c) { return static_cast<unsigned char> (c) <= ' '; };

    while (! text.empty() && isSpace (text.front()))
        text.remove_prefix (1);

    while (! text.empty() && isSpace (text.back()))
        text.remove_suffix (1);

    return Secret (text);
}
} // namespace

Secret environmentKey (const KeyName& name)
{
    const auto* value = name.variable.empty() ? nullptr : std::getenv (name.variable.c_str());
    return value != nullptr ? trimmedKey (Secret (value)) : Secret();
}

Result<FoundKey> findKey (const KeyName& name, const KeyPatience& patience)
{
    if (auto given = environmentKey (name); ! given.isEmpty())
        return FoundKey { KeySource::environment, std::move (given) };

    const auto found = askStore (name, patience, [&] (GCancellable* cancellable, GError** error) {
        auto* text = secret_password_lookup_nonpageable_sync (&ourKeys(), cancellable, error, attribute, name.id.c_str(), nullptr);
        auto secret = text != nullptr ? Secret (text) : Secret();
        secret_password_free (text); // wipes
        return secret;
    });

    if (! found)
        return found.failure();

    return FoundKey { found->isEmpty() ? KeySource::none : KeySource::keyStore, *found };
}

Result<Done> keepKey (const KeyName& name, const Secret& key, const KeyPatience& patience)
{
    const auto kept = trimmedKey (key);
    const auto text = kept.reveal();

    if (text.empty() || text.size() > longestKey || std::any_of (text.begin(), text.end(), [] (char c) { return c <= ' ' || c == 0x7f; }))
        return Failure { "This is no key: it should be one word without spaces.", "" };

    std::string word (text); // libsecret wants a zero at its end
    const auto label = "Athanor: key for " + name.owner;
    const auto stored = askStore (name, patience, [&] (GCancellable* cancellable, GError** error) {
        return secret_password_store_sync (&ourKeys(), SECRET_COLLECTION_DEFAULT, label.c_str(), word.c_str(), cancellable, error, attribute, name.id.c_str(), nullptr) != FALSE;
    });
    wipe (word);

    if (! stored)
        return stored.failure();

    return *stored ? Result<Done> (Done()) : Failure { "The key store was not opened, so the key was not kept.", "" };
}

Result<Done> eraseKey (const KeyName& name, const KeyPatience& patience)
{
    const auto erased = askStore (name, patience, [&] (GCancellable* cancellable, GError** error) {
        return secret_password_clear_sync (&ourKeys(), cancellable, error, attribute, name.id.c_str(), nullptr) != FALSE;
    });
    return erased ? Result<Done> (Done()) : erased.failure();
}

} // namespace athanor
