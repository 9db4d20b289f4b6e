// SPDX-License-Identifier: GPL-3.0-or-later
// The real servers that a test runs against: a sound server without a sound card and a display without a screen. Each is
// found through the environment by what the test starts afterwards, and is gone with the object.
#pragma once

#include "Support/Process.h"

#include <memory>
#include <optional>

namespace athanor
{

/** Sets a variable of this process as long as it lives. */
class EnvironmentVariable
{
public:
    EnvironmentVariable (std::string name, const std::string& value);
    EnvironmentVariable (const EnvironmentVariable&) = delete;
    ~EnvironmentVariable();

private:
    std::string variable;
    std::optional<std::string> before;
};

/** jackd with its dummy driver, under a name of its own, so that several may run side by side. */
class JackServer
{
public:
    explicit JackServer (int sampleRate = 48'000, int framesPerPeriod = 256);

    /** False when jackd is not installed or does not start: the test then skips, saying `output()`. */
    bool isRunning();

    std::string output() const { return server.output(); }

    const std::string name;

private:
    EnvironmentVariable chosen, neverAnother;
    Process server;
    bool answered = false;
};

/** A session bus of its own, and on it a key store that is open and empty: gnome-keyring. */
class KeyStore
{
public:
    KeyStore();

    /** False when dbus or gnome-keyring is not installed or does not start: the test then skips. */
    bool isRunning();

    /** Every byte that it keeps on the disk. */
    std::string kept() const;

private:
    TemporaryFolder folder;
    EnvironmentVariable address, data, runtime, home;
    Process bus;
    std::unique_ptr<Process> keyring;
    bool answered = false;
};

/** Xvfb with a window manager, and DISPLAY set to it. */
class VirtualDisplay
{
public:
    explicit VirtualDisplay (int width = 1'600, int height = 1'000);

    /** False when Xvfb or openbox is not installed or does not start: the test then skips. */
    bool isRunning();

    /** Takes a picture of the whole screen, as PNG. */
    bool saveScreenshot (const std::filesystem::path&);

private:
    TemporaryFolder folder;
    Process server;
    std::unique_ptr<EnvironmentVariable> display;
    std::unique_ptr<Process> windowManager;
    bool isManaged = false;
};

} // namespace athanor
