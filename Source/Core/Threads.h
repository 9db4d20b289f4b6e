// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace athanor
{

/** Proof that the caller is the audio callback. A function that asks for one must be wait-free. */
class AudioThread
{
    AudioThread() = default;
    AudioThread (const AudioThread&) = delete;

    friend class AudioCallback; // Host: the device asks for sound.
    friend class OfflineRender; // Engine: nobody waits, but the same code runs.
    friend struct ThreadsForTests;
};

/** Proof that the caller is the message thread. A function that asks for one may allocate and lock. */
class MessageThread
{
    MessageThread() = default;
    MessageThread (const MessageThread&) = delete;

    friend class Application;
    friend class OfflineRender; // Engine: one thread plays both parts.
    friend class Player;        // App: whose calls are all made on the message thread.
    friend struct ThreadsForTests;
};

} // namespace athanor
