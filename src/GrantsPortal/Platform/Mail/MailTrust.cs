using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using MailKit;

namespace GrantsPortal.Platform.Mail;

/// <summary>Which mail servers are who they say.</summary>
public static class MailTrust
{
    /// <summary>Trusts a certificate from a PEM file beside those of the system; a wrong name stays wrong.</summary>
    public static void Apply(MailService client, string? certificateFile)
    {
        if (string.IsNullOrEmpty(certificateFile))
        {
            return;
        }

        var trusted = X509CertificateLoader.LoadCertificateFromFile(certificateFile);
        client.CheckCertificateRevocation = false;
        client.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            if (errors is SslPolicyErrors.None)
            {
                return true;
            }

            // Only the chain may be mended by trust; a wrong name stays wrong.
            if (certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors)
            {
                return false;
            }

            using var own = new X509Chain();
            own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            own.ChainPolicy.CustomTrustStore.Add(trusted);
            own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return own.Build(new X509Certificate2(certificate));
        };
    }
}
