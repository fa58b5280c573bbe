using MimeKit;

namespace GrantsPortal.Partnerships.Mailbox.Reading;

/// <summary>Tells what a program sent by itself, to which nothing is ever answered (RFC 3834).</summary>
public static class AutomaticRules
{
    private static readonly string[] Signs = ["List-Id", "X-Autoreply", "X-Autorespond", "X-Loop"];

    /// <summary>Whether the headers of an e-mail say that no person sent it just now.</summary>
    public static bool IsAutomatic(HeaderList headers)
    {
        foreach (var header in headers)
        {
            var value = (header.Value ?? "").Trim();
            if (header.Field.Equals("Auto-Submitted", StringComparison.OrdinalIgnoreCase) ? !value.Equals("no", StringComparison.OrdinalIgnoreCase)
                : header.Field.Equals("Precedence", StringComparison.OrdinalIgnoreCase) ? value.ToUpperInvariant() is "BULK" or "JUNK" or "LIST" or "AUTO_REPLY"
                : header.Field.Equals("Return-Path", StringComparison.OrdinalIgnoreCase) ? value == "<>"
                : Signs.Contains(header.Field, StringComparer.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
