package org.nianbao.serve;

import org.nianbao.diagnostic.Message;

/** A request that is not served, with the status of HTTP and a sentence for the user. */
final class RequestRefused extends RuntimeException {
    private final int status;
    private final transient Message reason;

    RequestRefused(int status, Message reason) {
        super(String.valueOf(status));
        this.status = status;
        this.reason = reason;
    }

    int status() {
        return status;
    }

    Message reason() {
        return reason;
    }
}
