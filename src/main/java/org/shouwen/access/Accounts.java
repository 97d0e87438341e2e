package org.shouwen.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.shouwen.rights.Administrators;
import org.shouwen.rights.Role;

/** The accounts of this desk. An account's username is the code of the member of staff it belongs to. */
public interface Accounts extends Administrators {

    /**
     * Opens an account.
     *
     * @param password 8 to 128 characters, none of the commonest
     * @param roles at least one
     */
    void create(String username, String password, Set<Role> roles);

    /**
     * Gives the account a password that its owner changes at his next sign-in. Ends every session and revokes every token.
     *
     * @throws org.shouwen.problem.Refusal where the account is disabled
     */
    void setPassword(String username, String password);

    /** The password was chosen by somebody else: the next sign-in leads to a page that asks for another. */
    void askForNewPassword(String username);

    /**
     * Changes one's own password and ends every session of the account.
     *
     * @param current the password so far
     * @throws org.shouwen.problem.Refusal where that is wrong, or the new one no other or not good enough
     */
    void changePassword(String username, String current, String password);

    /**
     * Gives the account exactly these roles; they count from the next request on.
     *
     * @param roles at least one
     */
    void setRoles(String username, Set<Role> roles);

    /** @return tokens that are good, by label and age */
    List<Token> tokensOf(String username);

    /** @param label what it is for */
    record Token(String label, Instant createdAt) {}

    /** Shuts the account: nobody signs in, sessions end, tokens are refused. */
    void disable(String username);

    /** Opens a disabled account again, with the password it had; nothing happens to one that is open. */
    void enable(String username);

    boolean exists(String username);

    /** @return roles of an enabled account; none where there is no such account */
    Set<Role> rolesOf(String username);

    /**
     * Issues a token for the API; refused where the account is disabled.
     *
     * @param label what it is for, in the words of whoever asked for it
     * @return the token; it is not kept and cannot be shown again
     */
    String issueToken(String username, String label);

    /** Makes a token of the caller's own known; doing so twice for the same account changes nothing. */
    void registerToken(String username, String label, String token);

    /** Revokes the account's tokens with this label, at once and for good. */
    void revoke(String username, String label);
}
